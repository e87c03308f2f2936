using System.Collections.Immutable;
using LiveClass.Records.Outbox;

namespace LiveClass.Records.Classrooms;

/// <summary>How a PUT ended.</summary>
public enum PutKind
{
    /// <summary>Made.</summary>
    Created,
    /// <summary>Changed.</summary>
    Updated,
    /// <summary>It was so already.</summary>
    Unchanged,
    /// <summary>Nothing was taken; see <see cref="PutResult.Refusal"/>.</summary>
    Refused,
}

/// <summary>Why a PUT was refused: a documented code and what to do.</summary>
public sealed record PutRefusal(string Code, string Detail)
{
    /// <summary>An id is malformed.</summary>
    public const string BadId = "bad-id";

    /// <summary>A name or another text is blank, too long or holds control characters.</summary>
    public const string BadName = "bad-name";

    /// <summary>An item's address is neither http(s) nor a path of this server.</summary>
    public const string BadUrl = "bad-url";

    /// <summary>A number is out of its range.</summary>
    public const string BadNumber = "bad-number";

    /// <summary>An id stands twice in a list.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>A list is longer than is taken.</summary>
    public const string TooMany = "too-many";

    /// <summary>A list is empty and <c>allowEmpty</c> was not said.</summary>
    public const string EmptyList = "empty-list";

    /// <summary>Something new lacks what it needs.</summary>
    public const string MissingField = "missing-field";

    /// <summary>A prerequisite is neither in the body nor a skill of the school.</summary>
    public const string UnknownPrerequisite = "unknown-prerequisite";

    /// <summary>An item's skill is not a skill of the school.</summary>
    public const string UnknownSkill = "unknown-skill";

    /// <summary>The prerequisites would run in a circle; the detail names it.</summary>
    public const string Cycle = "cycle";

    /// <summary>The classroom is not at the revision that was named.</summary>
    public const string PreconditionFailed = "precondition-failed";
}

/// <summary>How a PUT ended, and what must be in the log before it is answered.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Revision">The classroom's revision after it; 0 for items and refusals.</param>
/// <param name="Outbox">
/// What the classrooms must be told, oldest first: this PUT's rows and any older ones of the same classroom that are not yet in the log.
/// Already durable; the relay appends them too, so that appending them again is harmless.
/// </param>
/// <param name="Refusal">Why it was refused; null otherwise.</param>
public sealed record PutResult(PutKind Kind, long Revision, ImmutableArray<OutboxRow> Outbox, PutRefusal? Refusal)
{
    internal static PutResult Refused(PutRefusal refusal) => new(PutKind.Refused, 0, [], refusal);
}
