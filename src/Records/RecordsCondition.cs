namespace LiveClass.Records;

/// <summary>Whether Records keeps what it is given.</summary>
/// <param name="Ready">True while writes are acknowledged.</param>
/// <param name="Detail">What is wrong and what to do, for the person who runs the server; empty while ready.</param>
public sealed record RecordsCondition(bool Ready, string Detail);
