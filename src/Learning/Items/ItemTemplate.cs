using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Making;
using LiveClass.Learning.Items.Reading;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items;

/// <summary>A template at one difficulty: makes any number of forms of one item.</summary>
public sealed class ItemTemplate
{
    private const int MostDraws = 1000;
    private readonly TemplateSource source;

    internal ItemTemplate(TemplateSource source, int level) => (this.source, Level) = (source, level);

    /// <summary>The template's id, <c>k05a</c>.</summary>
    public string Id => source.Id;

    /// <summary>The difficulty, 1 to 3.</summary>
    public int Level { get; }

    /// <summary>The item's id where the school did not choose another: <c>k05a-2</c>.</summary>
    public string Item => $"{Id}-{Level}";

    /// <summary>The address that makes an item a built-in one: <c>liveclass:k05a/2</c>.</summary>
    public string Url => $"{ItemTemplates.Scheme}{Id}/{Level}";

    /// <summary>The skill's id in the built-in progression.</summary>
    public string Skill => source.Skill;

    /// <summary>How it is answered.</summary>
    public ItemType Type => source.Type;

    /// <summary>How many choices there are where one is right; 0 where guessing does not help.</summary>
    public int Options => source.Type == ItemType.Choice ? source.Choices.Length : 0;

    /// <summary>Makes the form of a seed: the same one each time, with the same numbers in each language.</summary>
    /// <param name="seed">Any number; devices draw from 1 to 2^52.</param>
    /// <param name="language">The language of its texts.</param>
    /// <exception cref="ItemTemplateException">The template's conditions can hardly be met.</exception>
    public ItemForm Generate(long seed, Language language)
    {
        var seeded = new SeededDraw(seed, Item);
        for (var draw = 0; draw < MostDraws; draw++)
        {
            if (!Drawing.TryDraw(source, Level, seeded, out var scope, out var variant)) continue;
            if (Answer(scope, seeded, language) is { } answer) return Form(seed, language, variant, scope, answer);
        }

        throw new ItemTemplateException($"{Item}: its conditions were not met in {MostDraws} draws.");
    }

    private MadeAnswer? Answer(Scope scope, SeededDraw seeded, Language language) => source.Type switch
    {
        ItemType.Choice or ItemType.Many => ChosenAnswers.Choices(source, scope, seeded, language),
        ItemType.Order => ChosenAnswers.Order(source, scope, seeded, language),
        ItemType.Pairs => ChosenAnswers.Pairs(source, scope, seeded, language),
        _ => ValueAnswers.Make(source, scope, language),
    };

    private ItemForm Form(long seed, Language language, string variant, Scope scope, MadeAnswer answer)
    {
        ImmutableArray<FormRun> Runs(LocalText text) => text.Write(scope, language).Runs;
        var prompt = Drawing.Fitting(source.Prompts, scope, "prompt").Write(scope, language);
        var hint = Runs(Drawing.Fitting(source.Hints, scope, "hint"));
        scope.Set("answer", new WrittenValue(answer.Shown));
        var key = new FormKey(
            answer.Right,
            ImmutableArray.CreateRange(answer.Wrong, wrong => new FormMisconception(wrong.Misconception.Id, wrong.Response, Runs(wrong.Misconception.Feedback))),
            answer.OtherForm is { } other ? Runs(other) : null,
            Repetition.Without(Runs(Drawing.Fitting(source.Solutions, scope, "solution"))));
        return new ItemForm(
            Item, seed, Skill, Type, language.Tag(), variant, prompt.Runs, answer.Parts, answer.Choices, hint, Aloud(prompt, answer), key);
    }

    private static string Ended(string words) => words is [.., '.' or '?' or '!'] ? words : $"{words}.";

    /// <summary>The question, then what can be chosen.</summary>
    private static string Aloud(Written prompt, MadeAnswer answer)
    {
        var chosen = answer.Choices.Select(choice => choice.Speech);
        var left = answer.Parts.Left is { } sides ? sides.Select(side => side.Speech) : [];
        return string.Join(' ', new[] { prompt.Speech }.Concat(left).Concat(chosen).Select(Ended));
    }
}
