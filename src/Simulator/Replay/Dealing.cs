namespace LiveClass.Simulator.Replay;

/// <summary>Deals students to classrooms round robin by first appearance.</summary>
public static class Dealing
{
    /// <summary>The classroom of each student, from 0, in the order of first appearance.</summary>
    public static IReadOnlyDictionary<string, int> Deal(IEnumerable<string> students, int classrooms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classrooms, 1);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var student in students) places.TryAdd(student, places.Count % classrooms);
        return places;
    }
}
