using LiveClass.Web.Commands;
using LiveClass.Web.Problems;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Unit.Words;

/// <summary>What people read where something was refused: a sentence for each code, in their language. Details of problems are English.</summary>
public sealed class RefusalTests
{
    private const string Start = "problem.refused.";

    // The scripts' own: nothing reached the server.
    private static readonly string[] OfScripts = ["not-live", "not-sent"];

    public static TheoryData<string> Languages => [.. WordBook.Spoken.Select(spoken => spoken.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_that_a_page_can_show_has_a_sentence_and_every_sentence_a_code(string language)
    {
        var codes = ProblemCodes.All.Select(problem => problem.Name).Concat(RefusalWords.All.Values.Select(refusal => refusal.Code))
            .Concat(OfScripts).Append(RefusalWords.FailedCode).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(codes, WordBook.Shipped.KeysOf(language).Where(key => key.StartsWith(Start, StringComparison.Ordinal)).Select(key => key[Start.Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_says_why_in_its_own_language_and_nothing_for_a_code_that_nobody_knows()
    {
        Assert.Equal("Ya hay una lección en marcha.", PageWords.English.In("es").Refusal("lesson-running"));
        Assert.Null(PageWords.English.Refusal("odd"));
    }
}
