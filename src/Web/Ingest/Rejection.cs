using System.Reflection;

namespace LiveClass.Web.Ingest;

/// <summary>Why one item of a delivery was not counted, while the others were. A code never changes its meaning.</summary>
/// <param name="Code">The code on the wire, in kebab-case.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="ForGood">The item's number is spent: sending the same again does not help. Where false it may be sent again once the cause is gone.</param>
internal sealed record Rejection(string Code, string Sentence, bool ForGood = true)
{
    public static readonly Rejection MissingField = new("missing-field", "A field that every answer needs is missing.");
    public static readonly Rejection WrongType = new("wrong-type", "A field has another JSON type than the API document says.");
    public static readonly Rejection BadId = new("bad-id", "An id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    public static readonly Rejection BadText = new("bad-text", "A text holds an escape that is no character (half a surrogate pair).");
    public static readonly Rejection BadSequence = new("bad-sequence", "A sequence is a whole number from 1 to 9007199254740991, without gaps for each source.");
    public static readonly Rejection BadScore = new("bad-score", "A score lies between 0 and 1; 1 is right.");
    public static readonly Rejection BadKind = new("bad-kind", "A kind is practice, formative, interim or summative; observed comes from the command observe alone.");
    public static readonly Rejection BadNumber = new("bad-number", "A number is outside its range: attempt from 1, hints from 0, durationMs from 0 to 2147483647, form any 64-bit whole number.");
    public static readonly Rejection BadTime = new("bad-time", "A time is written as RFC 3339 with its offset, such as 2026-11-22T09:00:00Z.");
    public static readonly Rejection ResponseTooLong = new("response-too-long", "A response has at most 500 characters.");
    public static readonly Rejection TooManySkills = new("too-many-skills", "An answer shows at most 8 skills.");
    public static readonly Rejection NoSkills = new("no-skills", "The item is not known yet, so the answer must name at least one skill.");
    public static readonly Rejection UnknownClassroom = new("unknown-classroom", "The school has no classroom with this id. Make it, then send the answer again.", ForGood: false);
    public static readonly Rejection UnknownStudent = new("unknown-student", "The student is not on the classroom's roster.");
    public static readonly Rejection UnknownSkill = new("unknown-skill", "The skill is not on the classroom's list.");
    public static readonly Rejection UnknownItem = new("unknown-item", "The school has no item with this id, so that a device's answer to it cannot be scored.");
    public static readonly Rejection NotBuiltIn = new("not-built-in", "The item is none that the server makes and scores itself: its answers come from the app that has it, with a key.");
    public static readonly Rejection NotYourSource = new("not-your-source", "A device's token delivers for its own source alone. Send the answer with the token that its outbox was given.", ForGood: false);
    public static readonly Rejection SourceElsewhere = new("source-elsewhere", "This source sends to another classroom. Use a source for each classroom.", ForGood: false);
    public static readonly Rejection SourceFull = new("source-full", "The sequence is more than 10000 ahead of what arrived, or the source has more than 256 gaps. Send what is missing first.", ForGood: false);
    public static readonly Rejection SequenceConflict = new("sequence-conflict", "The source sent another body with this sequence before. Both are kept: the first counts, this one is in the quarantine.");
    public static readonly Rejection Quarantined = new("quarantined", "The answer is durable but could not be counted: it is in the quarantine with the reason, and an adult decides.");

    /// <summary>All of them, in the order of their declaration.</summary>
    public static IReadOnlyList<Rejection> All { get; } =
    [
        .. typeof(Rejection).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Rejection)).Select(f => (Rejection)f.GetValue(null)!),
    ];
}
