using LiveClass.Learning.Items;

namespace LiveClass.Tests.Unit.Learning;

/// <summary>The template language: what it says, and what it says of mistakes.</summary>
public sealed class ItemTemplateTests
{
    private const string Sum = """
        skill k1
          name
            en: Sums
            es: Sumas
          tile
            all: Sums
          code: X.1

        misconception joins
          all: {a} and {b}

        template k1a number
          level 1: a in 1..9
          level 2: a in 10..99
          level 3: a = 100
          draw: b of 2, 4
          where: a <> b
          answer: a + b
          wrong joins: joined(a, b)
          prompt
            en: How much is $ {a} + {b} $?
            es: ¿Cuánto es $ {a} + {b} $?
          hint
            all: …
          solution
            all: $ {a} + {b} = $ {answer}
        """;

    [Fact]
    public void A_template_makes_the_form_that_its_lines_say()
    {
        var form = Read(Sum).Generate(1, Language.English);
        Assert.Equal("How much is ", form.Prompt[0].Text);
        Assert.Equal("<math><mrow><mn>100</mn><mo>+</mo>", form.Prompt[1].Math![..34]);
        Assert.Contains(form.Key!.Right, new[] { "102", "104" });
        Assert.Equal($"100{form.Key.Right[^1]}", Assert.Single(form.Key.Misconceptions).Response);
        Assert.Equal(form.Key.Right, form.Key.Solution[^1].Text!.Trim());
        Assert.Matches("^How much is 100 plus [24]\\?$", form.Speech.Replace(" ?", "?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  answer: a + b", "  answer: a +", 18, "ends too early")]
    [InlineData("  answer: a + b", "  anser: a + b", 18, "'anser' is not a line of a template")]
    [InlineData("joined(a, b)", "joint(a, b)", 19, "There is no function joint")]
    [InlineData("joined(a, b)", "joined(a)", 19, "takes 2 arguments, not 1")]
    [InlineData("wrong joins", "wrong join", 19, "The misconception join is not described")]
    [InlineData("    es: ¿Cuánto es $ {a} + {b} $?", "    # no Spanish", 20, "'prompt' has no text for es")]
    [InlineData("    all: $ {a} + {b} = $ {answer}", "    all: $ {a} + {b} $", 25, "A solution ends in {answer}")]
    [InlineData("a in 1..9", "a on 1..9", 13, "Write 'n in 1..9'")]
    [InlineData("  where: a <> b", "   where: a <> b", 17, "Indent by two spaces")]
    [InlineData("template k1a number", "template k1a sum", 12, "There is no answer type 'sum'")]
    [InlineData("  level 3: a = 100", "", 12, "has no lines 'level 1:' to 'level 3:'")]
    [InlineData("    all: Sums", "    en: Sums", 5, "'tile' has no 'es:'")]
    public void A_mistake_is_named_with_its_line_and_its_cure(string right, string mistake, int line, string says)
    {
        var fault = Assert.Throws<ItemTemplateException>(() => Read(Sum.Replace(right, mistake, StringComparison.Ordinal)));
        Assert.StartsWith($"k1.items line {line}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_that_never_hold_are_said_and_do_not_run_for_ever() =>
        Assert.Contains(
            "conditions were not met",
            Assert.Throws<ItemTemplateException>(() => Read(Sum.Replace("a <> b", "a = b", StringComparison.Ordinal)).Generate(1, Language.English)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_shipped_progression_needs_only_what_stands_before()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var skill in ItemTemplates.Shipped.Progression)
        {
            Assert.All(skill.Needs, need => Assert.Contains(need, known));
            Assert.True(known.Add(skill.Id));
        }

        Assert.Equal(28, known.Count);
        Assert.Equal(168, ItemTemplates.Shipped.All.Length);
        Assert.All(ItemTemplates.Shipped.All.GroupBy(template => template.Skill), skill => Assert.Equal(6, skill.Count()));
    }

    [Theory]
    [InlineData("liveclass:k05a/2", true)]
    [InlineData("liveclass:k05a/0", false)]
    [InlineData("liveclass:k05c/1", false)]
    [InlineData("https://example.org/k05a/2", false)]
    [InlineData(null, false)]
    public void A_built_in_item_is_known_by_its_address(string? url, bool known)
    {
        Assert.Equal(known, ItemTemplates.Shipped.TryFindUrl(url, out var template));
        if (known) Assert.Equal(url, template!.Url);
    }

    private static ItemTemplate Read(string text)
    {
        Assert.True(ItemTemplates.Read([new("k1.items", text)]).TryFind("k1a", 3, out var template));
        return template;
    }
}
