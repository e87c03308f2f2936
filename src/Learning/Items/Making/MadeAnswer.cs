using System.Collections.Immutable;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Making;

/// <summary>The right response, how it is shown, what can be chosen, and which wrong responses misconceptions lead to.</summary>
internal sealed record MadeAnswer(
    string Right,
    Written Shown,
    ImmutableArray<FormChoice> Choices,
    FormParts Parts,
    ImmutableArray<(Reading.Misconception Misconception, string Response)> Wrong,
    LocalText? OtherForm = null);
