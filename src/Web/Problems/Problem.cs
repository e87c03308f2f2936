namespace LiveClass.Web.Problems;

/// <summary>
/// A refusal of a whole request: its status, its documented code, and a sentence that says what to do.
/// </summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Detail">What is wrong and what to do; the code's own sentence where there is nothing to add.</param>
/// <param name="RetryAfter">When to try again, where that helps.</param>
internal sealed record Problem(ProblemCode Code, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>A problem that has nothing to add to its code's own sentence.</summary>
    public static implicit operator Problem(ProblemCode code) => new(code, code.Sentence);

    /// <summary>Seconds for a <c>Retry-After</c> header, at least 1; null where trying again does not help.</summary>
    public int? RetryAfterSeconds => RetryAfter is { } wait ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : null;
}

/// <summary>A code that clients can count on. Adding is free; a code never changes its meaning.</summary>
/// <param name="Name">The code on the wire, in kebab-case.</param>
/// <param name="HttpStatus">The status it comes with.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
internal sealed record ProblemCode(string Name, int HttpStatus, string Sentence);
