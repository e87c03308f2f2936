namespace LiveClass.Records.Model;

internal sealed class AccountRow
{
    public int Adult { get; set; }
    public required string UserName { get; set; }
    public required string SignIn { get; set; }
    public int Role { get; set; }
    public string? Password { get; set; }
    public required string Stamp { get; set; }
    public long Version { get; set; }
    public int Failures { get; set; }
    public long LockedUntil { get; set; }
    public long Disabled { get; set; }
    public string? Language { get; set; }
    public byte[]? Invitation { get; set; }
    public long InvitedUntil { get; set; }
    public long Created { get; set; }
}

internal sealed class MembershipRow
{
    public int Classroom { get; set; }
    public int Adult { get; set; }
    public long Since { get; set; }
}
