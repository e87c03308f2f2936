using System.Buffers.Binary;
using System.Security.Cryptography;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Grains.Student;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// Notices what is due by the clock and appends it as commands that name what they expect. Nothing changes here: the turn of such a
/// command does, if what it names is still so.
/// </summary>
internal sealed class PartitionClock(int partition, SiloPorts ports, PartitionRoom room, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ByteWriter body = new(256);

    /// <summary>Works out when a classroom must be looked at next. One for which that fails is parked.</summary>
    public void Wind(Activation activation)
    {
        if (activation.Parked) return;
        try
        {
            WindOne(activation);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Park(activation, e);
        }
    }

    private void WindOne(Activation activation)
    {
        var state = activation.State;
        var due = LessonDue.Of(state);
        if (due.IsSome)
        {
            foreach (var student in state.Students)
            {
                var idle = StudentOutlook.NextDue(state, student, room.Desk);
                if (idle.IsSome && idle < due) due = idle;
            }
        }

        if (due != activation.Due) activation.ClockSilentUntil = TimeSpan.Zero;
        activation.Due = due;
    }

    /// <summary>How long until something is due; <see cref="TimeSpan.MaxValue"/> where nothing is.</summary>
    public TimeSpan UntilNextDue()
    {
        var (now, steady) = (room.Now, room.Steady);
        var next = TimeSpan.MaxValue;
        foreach (var activation in room.Activations)
        {
            if (!activation.Due.IsSome || activation.Parked) continue;
            var (due, silent) = (activation.Due - now, activation.ClockSilentUntil - steady);
            var until = due > silent ? due : silent;
            if (until < next) next = until;
        }

        foreach (var head in room.Sleeping)
            if (!head.Parked && head.Due - now < next) next = head.Due - now;
        return next;
    }

    /// <summary>Appends the commands that are due.</summary>
    public async ValueTask TickAsync(CancellationToken cancellation)
    {
        var (now, steady) = (room.Now, room.Steady);
        foreach (var head in room.Sleeping.Where(head => !head.Parked && head.Due <= now).ToArray())
            Wind(await room.ActivateAsync(head.Classroom, cancellation));
        foreach (var activation in room.Activations.ToArray())
        {
            if (!activation.Due.IsSome || activation.Due > now || activation.ClockSilentUntil > steady || activation.Parked) continue;
            activation.ClockSilentUntil = steady + Patience;
            if (WriteDue(activation, now) is > 0 and var count) await AppendAsync(activation.State, count, cancellation);
        }
    }

    private int WriteDue(Activation activation, Instant now)
    {
        try
        {
            return WriteDue(activation.State, now);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Park(activation, e);
            return 0;
        }
    }

    private void Park(Activation activation, Exception why)
    {
        PartitionLog.MindingFailed(logger, why, partition, activation.State.Key.Value);
        room.Park(activation);
    }

    private int WriteDue(ClassroomState state, Instant now)
    {
        body.Clear();
        var count = 0;
        var lesson = state.Lesson!.Key;
        foreach (var student in state.Students)
        {
            var idle = StudentOutlook.NextDue(state, student, room.Desk);
            if (!idle.IsSome || idle > now) continue;
            Write(state, new NoticeIdle(lesson, student.Key, student.LastAnswerAt, idle), student.Key.Value, idle);
            count++;
        }

        var end = LessonDue.Of(state);
        if (end <= now)
        {
            Write(state, new EndLessonDue(lesson, end), 0, end);
            count++;
        }

        return count;
    }

    // Whether it was taken does not matter: what is still due is said again after a while.
    private async ValueTask AppendAsync(ClassroomState state, int count, CancellationToken cancellation)
    {
        using var hop = Hop.StartAlone(Hop.Clock);
        await ports.Log.AppendAsync(
            new LogAppend(partition, state.Key, count, EntryFormat.Version, body.Written.ToArray(), Priority: true), cancellation);
    }

    // The same expectation has the same identity, so that saying it twice is a repeat.
    private void Write(ClassroomState state, ClassroomCommand command, int student, Instant due)
    {
        Span<byte> named = stackalloc byte[28];
        BinaryPrimitives.WriteInt32LittleEndian(named, state.Key.Value);
        BinaryPrimitives.WriteInt32LittleEndian(named[4..], student);
        BinaryPrimitives.WriteInt64LittleEndian(named[8..], state.Lesson!.Key.Value);
        BinaryPrimitives.WriteInt64LittleEndian(named[16..], due.Milliseconds);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(named, hash);
        var key = new CommandKey(BinaryPrimitives.ReadUInt128BigEndian(hash));
        EntryFormat.Write(body, new CommandEntry(key, Actor.Clock, 0, 0, command));
    }
}
