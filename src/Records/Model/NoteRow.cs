namespace LiveClass.Records.Model;

internal sealed class NoteRow
{
    public int Classroom { get; set; }
    public long Position { get; set; }
    public int Partition { get; set; }

    /// <summary>0 where it is about no student.</summary>
    public int Student { get; set; }

    /// <summary>0 where it is about no skill.</summary>
    public int Skill { get; set; }
    public long Text { get; set; }
    public int VisibleTo { get; set; }
    public int ByKind { get; set; }
    public int ByKey { get; set; }
    public long At { get; set; }
}
