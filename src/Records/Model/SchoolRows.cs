namespace LiveClass.Records.Model;

// Rows as they stand in the tables. They never leave this project: its stores give out immutable records with typed keys.

internal sealed class SchoolRow
{
    public int Key { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
}

internal sealed class AdultRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
    public string? Email { get; set; }
}

internal sealed class ApiKeyRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public int Adult { get; set; }
    public required string Name { get; set; }
    public required byte[] Hash { get; set; }
    public required string Scopes { get; set; }
    public bool Configured { get; set; }
    public long Created { get; set; }
    public long Revoked { get; set; }
}

internal sealed class StudentRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }

    /// <summary>A bit for each.</summary>
    public int Accommodations { get; set; }
}

internal sealed class SkillRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
    public string? Tile { get; set; }
    public string? Code { get; set; }
    public string? NameEs { get; set; }
}

internal sealed class PrerequisiteRow
{
    public int Skill { get; set; }
    public int Prerequisite { get; set; }
    public int Place { get; set; }
}

internal sealed class ItemRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
    public int Kind { get; set; }
    public int Options { get; set; }
    public string? Url { get; set; }
    public double Minutes { get; set; }
    public bool Learned { get; set; }
}

internal sealed class ItemSkillRow
{
    public int Item { get; set; }
    public int Skill { get; set; }
    public int Place { get; set; }
}

internal sealed class MisconceptionRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
}
