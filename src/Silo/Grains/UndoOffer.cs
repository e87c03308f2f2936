using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains;

/// <summary>Says that a command can be taken back, before what it changes is recorded. Only adults and keys take back.</summary>
internal static class UndoOffer
{
    // A screen offers 10 s; what was taken back in time is some time on its way.
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(15);

    // Until the next command on the same part, and not for ever.
    private static readonly TimeSpan UntilNext = TimeSpan.FromMinutes(10);

    /// <summary>For what is taken back at once or not at all.</summary>
    public static void Brief(TurnDesk desk, in Turn turn, StudentKey student, StudentParts parts) => Record(desk, turn, [student], parts, default, Briefly);

    /// <summary>For several students.</summary>
    public static void Brief(TurnDesk desk, in Turn turn, ReadOnlySpan<StudentKey> students, StudentParts parts) =>
        Record(desk, turn, students, parts, default, Briefly);

    /// <summary>For what stands until the next command on the same part.</summary>
    public static void Lasting(TurnDesk desk, in Turn turn, StudentKey student, StudentParts parts, SkillKey skill = default) =>
        Record(desk, turn, [student], parts, skill, UntilNext);

    /// <summary>For eyes up and back to work.</summary>
    public static void Eyes(TurnDesk desk, in Turn turn) => Record(desk, turn, [], StudentParts.None, default, UntilNext);

    /// <summary>For a note.</summary>
    public static void Note(TurnDesk desk, in Turn turn) => Record(desk, turn, [], StudentParts.Seen, default, Briefly);

    /// <summary>For a swap of names.</summary>
    public static void Swap(TurnDesk desk, in Turn turn, StudentsSwapped swap) => Record(desk, turn, [], StudentParts.Seen, default, Briefly, swap);

    private static void Record(
        TurnDesk desk, in Turn turn, ReadOnlySpan<StudentKey> students, StudentParts parts, SkillKey skill, TimeSpan time, StudentsSwapped? swap = null)
    {
        if (turn.By.Kind is ActorKind.Adult or ActorKind.Key) desk.Record(new UndoOffered([.. students], parts, skill, turn.By, turn.Received + time, swap));
    }
}
