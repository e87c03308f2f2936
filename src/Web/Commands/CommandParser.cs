using System.Collections.Frozen;
using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Web.Commands;

/// <summary>From a command's arguments to the command itself. Texts are not in yet: their keys come once Records have them.</summary>
internal static class CommandParser
{
    private static readonly FrozenDictionary<string, Presence> Presences = Enum.GetValues<Presence>().Where(p => p != Presence.Elsewhere)
        .ToFrozenDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LessonBlockKind> Blocks = Enum.GetValues<LessonBlockKind>().Where(b => b != LessonBlockKind.None)
        .ToFrozenDictionary(b => JsonNamingPolicy.CamelCase.ConvertName(b.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, VisitPhase> Phases =
        new Dictionary<string, VisitPhase>(StringComparer.Ordinal) { ["begin"] = VisitPhase.Begin, ["end"] = VisitPhase.End }
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, bool> Results =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["gotIt"] = true, ["notYet"] = false }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HelpReason> Reasons = new Dictionary<string, HelpReason>(StringComparer.Ordinal)
    {
        ["handRaised"] = HelpReason.HandRaised,
        ["struggling"] = HelpReason.Struggling,
        ["wheelSpinning"] = HelpReason.WheelSpinning,
        ["rapidGuessing"] = HelpReason.RapidGuessing,
        ["idle"] = HelpReason.Idle,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, EvidenceKind> CheckKinds = new Dictionary<string, EvidenceKind>(StringComparer.Ordinal)
    {
        ["formative"] = EvidenceKind.Formative,
        ["interim"] = EvidenceKind.Interim,
        ["summative"] = EvidenceKind.Summative,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HandTopic> Topics = Enum.GetValues<HandTopic>()
        .ToFrozenDictionary(topic => JsonNamingPolicy.CamelCase.ConvertName(topic.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NoteAbout> Abouts = Enum.GetValues<NoteAbout>()
        .ToFrozenDictionary(about => JsonNamingPolicy.CamelCase.ConvertName(about.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NoteReaders> Readers = Enum.GetValues<NoteReaders>()
        .ToFrozenDictionary(readers => JsonNamingPolicy.CamelCase.ConvertName(readers.ToString()), StringComparer.Ordinal);

    private enum NoteAbout
    {
        Student,
        Skill,
        SmallGroup,
        Lesson,
    }

    /// <summary>The command of a type; null for a type that this version cannot do.</summary>
    /// <param name="type">The type.</param>
    /// <param name="args">Its arguments; they keep what is wrong.</param>
    /// <param name="policy">The classroom's thresholds as they are; asked for by <c>setPolicy</c> alone.</param>
    public static async ValueTask<ClassroomCommand?> ParseAsync(string type, CommandArguments args, Func<ValueTask<ClassroomPolicy>> policy) => type switch
    {
        "startLesson" => StartLesson(args),
        "endLesson" => new EndLesson(),
        "reopenLesson" => new ReopenLesson(),
        "eyesUp" => new EyesUp(),
        "backToWork" => new BackToWork(),
        "markPresence" => new MarkPresence(args.Student(), args.Word("presence", Presences, required: true, default)),
        "moveToStation" => new MoveToStation(args.Student(), args.Station()),
        "raiseHand" => RaiseHand(args),
        "lowerHand" => new LowerHand(args.Student()),
        "visit" => new Visit(args.Student(), args.Word("phase", Phases, required: false, VisitPhase.Both)),
        "claim" => new Claim(args.Student()),
        "releaseClaim" => new ReleaseClaim(args.Student()),
        "notNow" => new NotNow(args.Student(), args.Word("reason", Reasons, required: true, default), (int)args.Whole("minutes", 1, 60, otherwise: null)),
        "observe" => Observe(args),
        "overrideNextStep" => new OverrideNextStep(args.Student(), args.Skill(required: false), args.Item(), args.Time("until")),
        "admitStudent" => new AdmitStudent(args.Student()),
        "swapStudents" => new SwapStudents(args.Student(), args.Student("other"), []),
        "setGoal" => new SetGoal(args.Student(), (int)args.Whole("by", 0, SetGoal.Most, otherwise: null)),
        "chooseNextStep" => new ChooseNextStep(args.Student(), args.Skill("choice")),
        "askForCheck" => new AskForCheck(args.Student(), args.Skill()),
        "startCheck" => StartCheck(args),
        "startBreak" => new StartBreak(args.Student(), args.Time("until")),
        "endBreak" => new EndBreak(args.Student()),
        "paperDone" => new PaperDone(args.Student()),
        "addNote" => AddNote(args),
        "undo" => Undo(args),
        "setPolicy" => PolicyChange.Parse(args, await policy()),
        _ => null,
    };

    /// <summary>The command with the key of its text.</summary>
    public static ClassroomCommand WithText(ClassroomCommand command, TextKey text) => command switch
    {
        RaiseHand hand => hand with { About = text },
        Observe observe => observe with { Text = text },
        AddNote note => note with { Text = text },
        _ => command,
    };

    private static StartLesson StartLesson(CommandArguments args)
    {
        var block = LessonBlockKind.None;
        if (args.TryGet("blocks", out var blocks))
        {
            if (blocks.ValueKind != JsonValueKind.Array || blocks.EnumerateArray().Any(b => b.ValueKind != JsonValueKind.Object))
                args.Wrong<int>("blocks", "is a list of blocks, each with its kind");
            else if (blocks.GetArrayLength() > 1)
                args.Unavailable("A lesson of several blocks");
            else if (blocks.GetArrayLength() == 1)
                block = Block(args, blocks[0]);
        }

        var (targets, end) = (args.Skills("targets"), args.Time("plannedEnd"));
        if (args.Plan("plan") is not { } plan) return new StartLesson(targets, end, block);

        // What is said beside the plan counts more. Started at another time than planned, the lesson keeps its length.
        return new StartLesson(
            args.TryGet("targets", out _) ? targets : [.. plan.Draft.Targets.Where(target => args.Classroom.Skill(target) is not null)],
            end.IsSome ? end : args.Now + plan.Length,
            block);
    }

    private static LessonBlockKind Block(CommandArguments args, JsonElement block)
    {
        if (block.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && Blocks.TryGetValue(kind.GetString()!, out var known))
        {
            if (known == LessonBlockKind.Rotation) args.Unavailable("A rotation");
            return known;
        }

        return args.Wrong<LessonBlockKind>("blocks", $"names no kind; it is one of {string.Join(", ", Blocks.Keys)}");
    }

    private static StartCheck StartCheck(CommandArguments args)
    {
        if (args.TryGet("smallGroup", out _)) args.Unavailable("A check of a small group");
        var students = args.TryGet("student", out _) ? [args.Student()] : args.Students();
        return new StartCheck(students, args.Skill(), args.Word("kind", CheckKinds, required: false, EvidenceKind.Formative));
    }

    private static AddNote AddNote(CommandArguments args)
    {
        var about = args.Word("about", Abouts, required: true, default);
        if (about == NoteAbout.SmallGroup) args.Unavailable("A note about a small group");
        args.KeepText("text");
        if (args.Text is null && args.Problem is null) args.Wrong<string>("text", "is missing");
        var student = about == NoteAbout.Student ? args.Student() : default;
        var skill = about is NoteAbout.Student or NoteAbout.Skill ? args.Skill(required: about == NoteAbout.Skill) : default;
        return new AddNote(student, skill, default, args.Word("visibleTo", Readers, required: false, NoteReaders.Teachers));
    }

    // The decision of an accepted command is the version that its outcome names.
    private static Undo Undo(CommandArguments args)
    {
        var id = args.Id("decision", required: true);
        return long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var decision)
            ? new Undo(decision)
            : new Undo(args.Wrong<long>("decision", "is the decision that the command's outcome named"));
    }

    private static RaiseHand RaiseHand(CommandArguments args)
    {
        if (args.TryGet("about", out var about) && about.ValueKind == JsonValueKind.String && Topics.TryGetValue(about.GetString()!, out var topic))
            return new RaiseHand(args.Student(), default, topic);
        args.KeepText("about");
        return new RaiseHand(args.Student(), default, args.Text is null ? null : HandTopic.Other);
    }

    private static Observe Observe(CommandArguments args)
    {
        args.KeepText("text");
        return new Observe(args.Student(), args.Skill(), args.Word("result", Results, required: true, default), args.Item(), default);
    }
}
