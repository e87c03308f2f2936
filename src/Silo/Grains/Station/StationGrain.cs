using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Grains.Student;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains.Station;

/// <summary>A station: seats students while there is room.</summary>
public sealed class StationGrain(ClassroomState classroom, StationKey key, TurnDesk desk) : IStationGrain
{
    /// <inheritdoc/>
    public Outcome Seat(in Turn turn, MoveToStation command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (classroom.Find(command.Student) is not { Ended: false } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (classroom.Find(key) is not { } station) return Outcome.Refused(RefusalCode.UnknownStation, turn.Position);
        if (student.Station == key) return Outcome.Accepted(turn.Position);
        if (station.Line.Capacity > 0 && station.Seated >= station.Line.Capacity)
            return Outcome.Refused(RefusalCode.StationFull, turn.Position, station.Line.Capacity);

        UndoOffer.Lasting(desk, turn, command.Student, StudentParts.Seat);
        desk.Record(new SeatTaken(command.Student, key, turn.At));
        desk.Fold(classroom);
        StudentOutlook.Settle(classroom, student, desk, turn.Received);
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }
}
