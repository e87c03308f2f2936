using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Items;

/// <summary>Items of the school that are made or brought to what is sent. Items that are left out are not touched.</summary>
public sealed record ItemsPut(IReadOnlyList<ItemPut> Items);

/// <summary>One item. A null changes nothing; a new item needs at least one skill.</summary>
public sealed record ItemPut(
    string Id, IReadOnlyList<string>? Skills = null, EvidenceKind? Kind = null, int? Options = null, string? Url = null, double? Minutes = null);
