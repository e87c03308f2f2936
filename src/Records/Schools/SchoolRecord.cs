using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Schools;

/// <summary>A school.</summary>
public sealed record SchoolRecord(SchoolKey Key, string Id, string Name);

/// <summary>An adult, or the caller behind an API key.</summary>
public sealed record AdultRecord(AdultKey Key, SchoolKey School, string Id, string Name, string? Email);
