using System.Text.RegularExpressions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Joining;
using LiveClass.Web.Boards;
using LiveClass.Web.Joining;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Unit.Web;

/// <summary>What a child reads on a card, and how it types a code.</summary>
public sealed partial class StudentCardsTests
{
    private static readonly BoardView Board = new()
    {
        Classroom = "c",
        Name = "6a",
        Version = 1,
        Now = default,
        Skills = [new SkillView("k1", "Make equal fractions")],
        Columns = [],
        Students = [],
    };

    public static TheoryData<NextStepReason> Reasons => [.. Enum.GetValues<NextStepReason>().Where(reason => reason != NextStepReason.None)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_a_childs_sentence_in_both_languages(NextStepReason reason)
    {
        var step = new NextStepView(NextStepKind.Practice, "k1", "for adults: struggling", Reason: reason);

        var (english, spanish) = (StudentCards.Of(step, Board, 1, "en").Why, StudentCards.Of(step, Board, 1, "es").Why);

        Assert.Matches(@"^\p{Lu}.+[.]$", english);
        Assert.Matches(@"^\p{Lu}.+[.]$", spanish);
        Assert.NotEqual(english, spanish);
        Assert.DoesNotMatch(Forbidden(), english);
        Assert.DoesNotContain('{', english + spanish);
    }

    [Fact]
    public void No_text_of_a_students_card_holds_a_word_that_hurts()
    {
        foreach (var key in WordBook.Shipped.KeysOf("en").Where(key => key.StartsWith("card.", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(Forbidden(), WordBook.Shipped.Find("en", key)!);
            Assert.DoesNotMatch(Forbidden(), WordBook.Shipped.Find("es", key)!);
        }
    }

    [Fact]
    public void Another_step_has_another_id_and_the_same_keeps_its_own()
    {
        var step = new NextStepView(NextStepKind.Practice, "k1", "", Item: "i1", Reason: NextStepReason.Target);

        Assert.Equal(StudentCards.Of(step, Board, 1, "en").Id, StudentCards.Of(step, Board, 9, "es").Id);
        Assert.NotEqual(StudentCards.Of(step, Board, 1, "en").Id, StudentCards.Of(step with { Item = "i2" }, Board, 1, "en").Id);
    }

    [Theory]
    [InlineData("KITE-27", "KITE-27")]
    [InlineData("kite27", "KITE-27")]
    [InlineData(" Kite 27", "KITE-27")]
    [InlineData("kite–27", "KITE-27")]
    [InlineData("KITE", null)]
    [InlineData("27", null)]
    [InlineData("27KITE", null)]
    [InlineData("KITE-2a7", null)]
    [InlineData("ñandu-27", null)]
    public void A_code_is_understood_however_it_is_typed(string typed, string? code) => Assert.Equal(code, CodeWords.Normal(typed));

    [Fact]
    public void Words_of_codes_are_many_short_and_far_from_each_other()
    {
        Assert.True(CodeWords.All.Count >= 150);
        Assert.Equal(CodeWords.All.Count, CodeWords.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(CodeWords.All, word => Assert.Matches("^[A-Z]{4,8}$", word));
        var alike = CodeWords.All.SelectMany(one => CodeWords.All
            .Where(other => string.CompareOrdinal(one, other) < 0 && one.Length == other.Length && one.Zip(other).Count(pair => pair.First != pair.Second) < 2)
            .Select(other => $"{one} {other}"));
        Assert.Empty(alike);
        for (var i = 0; i < 500; i++) Assert.Matches("^[A-Z]{4,8}-[2-9]{2}$", CodeWords.Next());
    }

    [Fact]
    public void Wrong_codes_are_limited_by_address_and_rest_heals()
    {
        var time = new SetTime();
        var failures = new FailedCodes(3, time);

        for (var i = 0; i < 3; i++) failures.Missed("a");

        Assert.False(failures.MayTry("a", out var wait));
        Assert.Equal(20, wait.TotalSeconds, 0);
        Assert.True(failures.MayTry("b", out _));
        time.Seconds = 21;
        Assert.True(failures.MayTry("a", out _));
    }

    private sealed class SetTime : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 1 + Seconds;
    }

    [GeneratedRegex(@"\b(struggling|low|rank|probability|percent|grade|wrong|fail\w*|bajo|mal|fracas\w*|grado)\b|%", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();
}
