using LiveClass.Grains.Abstractions;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// What the store has of one classroom cannot be made into a state: its checkpoint cannot be read, or its journal has a gap. Others
/// are not touched by it. A store that cannot be read at all is no such case.
/// </summary>
public sealed class ClassroomUnreadableException(ClassroomKey classroom, Exception why)
    : Exception($"What is kept of classroom {classroom.Value} cannot be read: {why.Message}", why)
{
    /// <summary>Which classroom.</summary>
    public ClassroomKey Classroom => classroom;
}
