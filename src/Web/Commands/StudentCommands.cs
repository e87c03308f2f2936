using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;

namespace LiveClass.Web.Commands;

/// <summary>What a student's own device may send, for itself alone.</summary>
internal static class StudentCommands
{
    /// <summary>The types.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "raiseHand", "lowerHand", "setGoal", "chooseNextStep", "askForCheck", "startBreak", "endBreak", "paperDone",
    };

    /// <summary>True where a command is about this student and nobody else.</summary>
    public static bool IsFor(ClassroomCommand command, StudentKey student) => CommandSubject.Of(command) == student;
}
