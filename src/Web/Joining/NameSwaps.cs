using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Records.Sources;

namespace LiveClass.Web.Joining;

/// <summary>
/// A child took another's name. The command names the outboxes of both devices; once its turn took it, the devices change hands. Whether
/// this process lives to do that does not matter: what follows the journal does the same.
/// </summary>
internal sealed class NameSwaps(LessonsNow lessons, DeviceTokenStore tokens, SourceDirectory sources)
{
    /// <summary>The command with the outboxes of the two students' devices in the lesson that runs.</summary>
    public async ValueTask<SwapStudents> WithOutboxesAsync(ClassroomRecord classroom, SwapStudents swap, CancellationToken cancellation)
    {
        if (await lessons.RunningAsync(classroom.Key, cancellation) is not { } lesson) return swap;
        var owners = ImmutableArray.CreateBuilder<SourceOwner>();
        foreach (var (source, student) in tokens.Swapped(classroom.Key, lesson, swap.Student, swap.Other))
            owners.Add(new((await sources.FindOrAddAsync(classroom.School, classroom.Key, source, cancellation)).Key, student));
        return swap with { Sources = owners.ToImmutable() };
    }

    /// <summary>The devices change hands.</summary>
    public async ValueTask AssignAsync(ClassroomRecord classroom, SwapStudents swap, CancellationToken cancellation)
    {
        if (swap.Sources.IsEmpty || await lessons.RunningAsync(classroom.Key, cancellation) is not { } lesson) return;
        await tokens.AssignAsync(classroom.Key, lesson, await sources.NamedAsync(swap.Sources, cancellation), cancellation);
    }
}
