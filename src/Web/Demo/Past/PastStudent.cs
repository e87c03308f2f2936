using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Texts;
using LiveClass.Simulator.Demo;

namespace LiveClass.Web.Demo.Past;

/// <summary>A student in the rehearsal of the past: follows its cards at its own pace.</summary>
internal sealed class PastStudent(PastRoom room, DemoStudent student, DemoLearner learner, PastRecords records)
{
    private readonly SourceKey source = room.Sources[student.Id];
    private long sequence;
    private ItemKey working;
    private Instant due;
    private TimeSpan thinking;

    /// <summary>Who.</summary>
    public DemoStudent Student => student;

    /// <summary>Its model.</summary>
    public DemoLearner Learner => learner;

    /// <summary>Its key.</summary>
    public StudentKey Key { get; } = room.Key(student);

    /// <summary>Works on its card until now; an answer where one is given. It looks at the next item only after that.</summary>
    public Evidence? Work(in NextStep card, string? item, Instant now)
    {
        if (item is null || card.Kind is not (NextStepKind.Practice or NextStepKind.Review or NextStepKind.Check or NextStepKind.ExitTicket)) return null;
        if (working != card.Item)
        {
            var pace = learner.Next();
            (working, thinking, due) = (card.Item, pace.Thinking, now + pace.Before + pace.Thinking);
        }

        if (due > now) return null;
        working = default;
        var skill = room.Record.Skill(card.Skill)!.Id;
        return Evidence(skill, card.Item, learner.Answer(skill, item), thinking, now - due, card.Kind == NextStepKind.Check);
    }

    /// <summary>An answer that it gave some time ago.</summary>
    public Evidence Evidence(string skill, ItemKey item, in DemoAnswer answer, TimeSpan took, TimeSpan ago, bool check = false)
    {
        sequence++;
        return new Evidence
        {
            Source = source,
            Sequence = sequence,
            BodyHash = (uint)sequence,
            Student = Key,
            Item = item,
            Skills = SkillSet.Of(room.Skill(skill)),
            Score = (float)answer.Score,
            Kind = check ? EvidenceKind.Formative : EvidenceKind.Practice,
            Attempt = 1,
            DurationMs = (int)took.TotalMilliseconds,
            Response = records.Keep(TextPurpose.Response, TextOrigin.Of(source, sequence), answer.Response),
            Misconception = records.KeyOf(answer.Misconception),
            Form = answer.Form,
            AgeMs = (long)ago.TotalMilliseconds,
        };
    }
}
