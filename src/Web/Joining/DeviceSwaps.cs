using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Commands;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Joining;

/// <summary>A child took another's name: the devices change hands, and who is here is put right. Answers that were counted stay where they are.</summary>
internal sealed class DeviceSwaps(DeviceTokenStore tokens, DeviceEndings endings, CommandDesk commands)
{
    /// <summary>Swaps two students' devices; null where it is done.</summary>
    public async Task<Problem?> SwapAsync(ClassroomRecord classroom, LessonKey lesson, StudentKey one, StudentKey other, CancellationToken cancellation)
    {
        var swapped = await tokens.SwapAsync(classroom.Key, lesson, one, other, cancellation);
        if (swapped.Count == 0) return ProblemCodes.NothingToSwap;
        await endings.TellAsync(swapped, TokenEnds.Swapped);
        foreach (var student in new[] { one, other })
        {
            ClassroomCommand command = swapped.Any(token => token.Student == student)
                ? new JoinLesson(student)
                : new MarkPresence(student, Presence.Expected);
            var (_, problem) = await commands.SendAsync(JoinDesk.WebItself(classroom), classroom, command, cancellation);
            if (problem is not null) return problem;
        }

        return null;
    }
}
