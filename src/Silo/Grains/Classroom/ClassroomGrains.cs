using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Grains.Station;
using LiveClass.Silo.Grains.Student;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>A classroom's grain with those of its students and stations: they share its partition, its turns and its state.</summary>
public sealed class ClassroomGrains(ClassroomState state, TurnDesk desk)
{
    private readonly Dictionary<int, StudentGrain> students = [];
    private readonly Dictionary<int, StationGrain> stations = [];

    /// <summary>The state of all of them.</summary>
    public ClassroomState State { get; } = state;

    /// <summary>The classroom.</summary>
    public ClassroomGrain Classroom { get; } = new(state, desk);

    /// <summary>A student, known or not: its grain refuses what it cannot do.</summary>
    public StudentGrain Student(StudentKey key)
    {
        if (students.TryGetValue(key.Value, out var grain)) return grain;
        grain = new StudentGrain(State, key, desk);
        students.Add(key.Value, grain);
        return grain;
    }

    /// <summary>A station, known or not.</summary>
    public StationGrain Station(StationKey key)
    {
        if (stations.TryGetValue(key.Value, out var grain)) return grain;
        grain = new StationGrain(State, key, desk);
        stations.Add(key.Value, grain);
        return grain;
    }
}
