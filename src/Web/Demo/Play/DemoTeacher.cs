using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;
using LiveClass.Web.Access;
using LiveClass.Web.Commands;
using LiveClass.Web.Demo.Past;

namespace LiveClass.Web.Demo.Play;

/// <summary>What the demo's invented teacher does herself: starts and ends lessons, seats who comes.</summary>
internal sealed class DemoTeacher(CommandDesk commands, AdultStore adults)
{
    private AdultRecord? adult;

    /// <summary>Sends a command in her name. A refusal is part of a class's life.</summary>
    public async ValueTask SendAsync(ClassroomRecord classroom, ClassroomCommand command, CancellationToken cancellation)
    {
        adult ??= await adults.PutAsync(classroom.School, PastRoster.Teacher, PastRoster.TeacherName, cancellation: cancellation);
        var caller = new Caller(adult.Name, classroom.SchoolId, classroom.School, new Actor(ActorKind.Adult, adult.Key.Value), AdultRole.Teacher);
        await commands.SendAsync(caller, classroom, command, cancellation);
    }
}
