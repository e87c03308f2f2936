using System.Collections.Concurrent;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>What holds for every form of every built-in item: 1,000 seeds each, in both languages.</summary>
public sealed class TemplateProperties
{
    private const int Seeds = 1000;

    [Fact]
    public void Every_form_of_every_template_is_sound()
    {
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(ItemTemplates.Shipped.All, template =>
        {
            for (var seed = 1L; seed <= Seeds; seed++)
            {
                var found = First(template, seed);
                if (found is null) continue;
                faults.Add($"{template.Item} seed {seed}: {found}");
                break;
            }
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    private static string? First(ItemTemplate template, long seed)
    {
        try
        {
            return FormCheck.Faults(template, seed).FirstOrDefault();
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>40 items are more than anybody works in a lesson: a device that skips variants it has shown finds enough.</summary>
    [Fact]
    public void A_lesson_can_go_without_a_repeat()
    {
        var few = new ConcurrentBag<string>();
        Parallel.ForEach(ItemTemplates.Shipped.All, template =>
        {
            var variants = new HashSet<string>(StringComparer.Ordinal);
            var prompts = new HashSet<string>(StringComparer.Ordinal);
            for (var seed = 1L; seed <= Seeds && prompts.Count < 40; seed++)
            {
                var form = template.Generate(seed, Language.English);
                var shown = form.Parts.Line + string.Join('|', form.Prompt.Concat(form.Choices.OrderBy(choice => choice.Speech, StringComparer.Ordinal).SelectMany(choice => choice.Runs)));
                if (variants.Add(form.Variant)) prompts.Add(shown);
            }

            if (prompts.Count < 40) few.Add($"{template.Item}: {prompts.Count}");
        });
        Assert.True(few.IsEmpty, string.Join('\n', few.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_seed_gives_the_same_form_each_time_and_the_same_numbers_in_each_language()
    {
        foreach (var template in ItemTemplates.Shipped.All)
        {
            var (once, again) = (template.Generate(7, Language.English), template.Generate(7, Language.English));
            var spanish = template.Generate(7, Language.Spanish);
            Assert.Equal(FormText.Json(once), FormText.Json(again));
            Assert.Equal(once.Key!.Right, spanish.Key!.Right);
            Assert.Equal(once.Variant, spanish.Variant);
            Assert.Equal(once.Key.Misconceptions.Select(one => (one.Id, one.Response)), spanish.Key.Misconceptions.Select(one => (one.Id, one.Response)));
            Assert.NotEqual(once.Speech, spanish.Speech);
        }
    }
}
