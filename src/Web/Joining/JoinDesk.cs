using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Records.Sources;
using LiveClass.Web.Access;
using LiveClass.Web.Commands;
using LiveClass.Web.Items;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Joining;

/// <summary>A device's way into a lesson: the code, the lobby, the name, the tokens.</summary>
internal sealed class JoinDesk(
    ClassCodeStore codes, LobbyStore lobby, DeviceTokenStore tokens, ClassroomDirectory classrooms, SourceDirectory sources, LessonsNow lessons,
    CommandDesk commands, DeviceEndings endings, JoiningScreens screens, FailedCodes failures, FirstStep first)
{
    /// <summary>How soon a device that waits asks again.</summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    /// <summary>A device brings a code.</summary>
    public async Task<(object? Answer, Problem? Problem)> ComeAsync(string address, CodeDocument asked, CancellationToken cancellation)
    {
        if (WrongDevice(asked.Device) is { } wrong) return (null, wrong);
        if (asked.Code is not { Length: > 0 and <= 64 } text) return (null, Missing("code", "is the code that the teacher shows"));
        var found = codes.Find(text.Trim());
        if (found is not { ByLink: true } && !failures.MayTry(address, out var wait)) return (null, new Problem(ProblemCodes.TooMany, ProblemCodes.TooMany.Sentence, wait));
        if (found is not { } code || await lessons.RunningAsync(code.Code.Classroom, cancellation) != code.Code.Lesson
            || await classrooms.FindAsync(code.Code.Classroom, cancellation) is not { Ended: false } classroom)
        {
            failures.Missed(address);
            return (null, ProblemCodes.UnknownCode);
        }

        var lesson = code.Code.Lesson;
        var place = await lobby.ComeAsync(classroom.Key, lesson, asked.Device!, code.ByLink, cancellation);
        switch (place.Admission)
        {
            case Admission.Full: return (null, new Problem(ProblemCodes.LobbyFull, ProblemCodes.LobbyFull.Sentence, AskAgain));
            case Admission.Refused: return (null, ProblemCodes.NotAdmitted);
            case Admission.Waiting:
                await screens.TellAsync(classroom, lesson, cancellation);
                return (new WaitingAnswer(true, place.Number, LessonIds.OfJoining(classroom.Key, lesson), classroom.Name), null);
            default:
                return (new JoinableLesson(
                    LessonIds.OfJoining(classroom.Key, lesson), classroom.Id, classroom.Name, FreeNames(classroom, lesson, asked.Device!)), null);
        }
    }

    /// <summary>A device chooses a name.</summary>
    public async Task<(JoinedAnswer? Answer, Problem? Problem)> JoinAsync(string lessonId, ChoiceDocument asked, CancellationToken cancellation)
    {
        if (WrongDevice(asked.Device) is { } wrong) return (null, wrong);
        if (asked.Language is not (null or "en" or "es")) return (null, Missing("language", "is en or es"));
        if (asked.Seed is < 1 or > FormRoutes.LargestSeed) return (null, Missing("seed", $"is a whole number from 1 to {FormRoutes.LargestSeed}"));
        if (LessonIds.OfJoining(lessonId) is not var (key, lesson) || await classrooms.FindAsync(key, cancellation) is not { Ended: false } classroom
            || await lessons.RunningAsync(key, cancellation) != lesson)
            return (null, ProblemCodes.NoSuchLesson);
        if (!await lobby.IsAdmittedAsync(key, lesson, asked.Device!, cancellation)) return (null, ProblemCodes.NotAdmitted);
        if (!RecordId.IsValid(asked.Student) || classroom.Student(asked.Student) is not { Ended: false } student)
            return (null, Missing("student", "is the id of one of the names"));

        var joined = await tokens.JoinAsync(new JoinRequest(classroom.School, key, lesson, student.Key, asked.Device!, asked.Language), cancellation);
        if (joined is null) return (null, ProblemCodes.NameTaken);
        await endings.TellAsync(joined.Ended);
        await sources.FindOrAddAsync(classroom.School, key, joined.Source, cancellation);
        var (answer, problem) = await commands.SendAsync(WebItself(classroom), classroom, new JoinLesson(student.Key), cancellation);
        if (problem is null && answer is { Outcome: "refused" }) problem = ProblemCodes.NoSuchLesson;
        if (problem is not null)
        {
            // Nobody holds these tokens yet: the name is free again for the next try.
            await tokens.EndAsync(key, lesson, student.Key, TokenEnds.JoinedAgain, cancellation);
            return (null, problem);
        }

        await screens.TellAsync(classroom, lesson, cancellation);
        var (view, form) = await first.OfAsync(classroom, student, asked.Language ?? "en", asked.Seed, cancellation);
        return (new JoinedAnswer(
            joined.ReadToken, joined.DeliverToken, joined.Source, lessonId, classroom.Id, classroom.Name, student.Id, NameOf(classroom, student),
            (joined.Read.Expires - DeviceTokenStore.LessonAtMost + DeviceTokenStore.DeliversFor).ToDateTimeOffset(), view, form), null);
    }

    /// <summary>Whose place a device or wall has.</summary>
    public async Task<PlaceAnswer?> PlaceAsync(DeviceToken token, CancellationToken cancellation)
    {
        if (await classrooms.FindAsync(token.Classroom, cancellation) is not { } classroom) return null;
        var student = classroom.Student(token.Student);
        return new PlaceAnswer(
            LessonIds.OfJoining(token.Classroom, token.Lesson), classroom.Id, classroom.Name, student?.Id,
            student is null ? null : NameOf(classroom, student), token.Language);
    }

    private List<FreeName> FreeNames(ClassroomRecord classroom, LessonKey lesson, string device)
    {
        // A device that has lost its tokens finds its own name again.
        var taken = tokens.Joined(classroom.Key, lesson).Where(token => !DeviceTokenStore.IsOf(token, device)).Select(token => token.Student).ToHashSet();
        var all = classroom.Students.Where(student => !student.Ended).ToList();
        var names = ShortNames.Of(all.Select(student => student.Name));
        return [.. all.Select((student, place) => (student, name: names[place])).Where(line => !taken.Contains(line.student.Key))
            .Select(line => new FreeName(line.student.Id, line.name))];
    }

    private static string NameOf(ClassroomRecord classroom, StudentRecord student)
    {
        var all = classroom.Students.Where(known => !known.Ended || known == student).ToList();
        return ShortNames.Of(all.Select(known => known.Name))[all.IndexOf(student)];
    }

    /// <summary>The web as the sender of its own commands.</summary>
    public static Caller WebItself(ClassroomRecord classroom) =>
        new("The server", classroom.SchoolId, classroom.School, new Actor(ActorKind.Web, 0), Role: null);

    private static Problem? WrongDevice(string? device) => device is { Length: >= 16 } && RecordId.IsValid(device)
        ? null
        : Missing("device", "is the device's own random id of 16 to 64 characters of A-Z a-z 0-9 . _ : -");

    private static Problem Missing(string name, string what) => new(ProblemCodes.BadArgument, $"The argument '{name}' {what}.");
}
