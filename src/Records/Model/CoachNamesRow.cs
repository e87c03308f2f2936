namespace LiveClass.Records.Model;

/// <summary>A classroom whose coaches see names.</summary>
internal sealed class CoachNamesRow
{
    public int Classroom { get; set; }
    public long Since { get; set; }
}
