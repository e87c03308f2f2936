using LiveClass.Engine.Ports;

namespace LiveClass.Web.Reading;

/// <summary>Why an entry stands in quarantine: the code on the wire and a sentence.</summary>
internal static class QuarantineWords
{
    private static readonly Dictionary<QuarantineReason, (string Code, string Sentence)> Words = new()
    {
        [QuarantineReason.SequenceConflict] = ("sequence-conflict", "The source sent another body with this sequence before. Release it if both are real answers."),
        [QuarantineReason.SourceFull] = ("source-full", "Its source was more than 10000 ahead of what had arrived, or had more than 256 gaps. Release it once the missing answers are in."),
        [QuarantineReason.TurnFailed] = ("turn-failed", "The server failed on it. Release it after an update that fixes the fault."),
        [QuarantineReason.ProcessDied] = ("process-died", "The process died on it twice. Release it after an update that fixes the fault."),
        [QuarantineReason.Unknown] = ("unknown", "It names something that the classroom does not have. Release it once the classroom has it."),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<QuarantineReason, (string Code, string Sentence)> All => Words;

    /// <summary>The words of a reason.</summary>
    public static (string Code, string Sentence) Of(QuarantineReason reason) =>
        Words.TryGetValue(reason, out var words) ? words : ("unknown", "A newer server put it here.");
}
