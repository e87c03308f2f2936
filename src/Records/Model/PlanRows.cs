namespace LiveClass.Records.Model;

internal sealed class PlanRow
{
    public int Number { get; set; }
    public int Classroom { get; set; }
    public string? Title { get; set; }
    public long Starts { get; set; }
    public long Ends { get; set; }

    /// <summary>0 while no lesson started from it.</summary>
    public long Used { get; set; }
}

internal sealed class PlanTargetRow
{
    public int Plan { get; set; }
    public int Place { get; set; }
    public int Skill { get; set; }
}
