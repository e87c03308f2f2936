namespace LiveClass.Records.Model;

internal sealed class ClassCodeRow
{
    public int Classroom { get; set; }
    public long Lesson { get; set; }
    public required string Typed { get; set; }
    public required string Link { get; set; }
    public long Created { get; set; }
}

internal sealed class LobbyRow
{
    public int Number { get; set; }
    public int Classroom { get; set; }
    public long Lesson { get; set; }
    public required string Device { get; set; }
    public int Admission { get; set; }
    public long Since { get; set; }
}

internal sealed class DeviceTokenRow
{
    public int Number { get; set; }
    public required byte[] Hash { get; set; }
    public int Kind { get; set; }
    public int School { get; set; }
    public int Classroom { get; set; }
    public long Lesson { get; set; }
    public int Student { get; set; }
    public string? Source { get; set; }
    public required string Device { get; set; }
    public string? Language { get; set; }
    public long Created { get; set; }
    public long Expires { get; set; }
    public long Ended { get; set; }
    public string? Reason { get; set; }
}

internal sealed class WallPairingRow
{
    public required string Code { get; set; }
    public required string Claim { get; set; }
    public long Created { get; set; }
    public int Classroom { get; set; }
    public long Lesson { get; set; }
}
