using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Reading;

/// <summary>Reads one template: the lines under <c>template ID TYPE</c>.</summary>
internal sealed class TemplateReader(IReadOnlyDictionary<string, Misconception> misconceptions)
{
    private readonly ImmutableArray<ImmutableArray<Statement>>.Builder levels = ImmutableArray.CreateBuilder<ImmutableArray<Statement>>();
    private readonly ImmutableArray<Statement>.Builder draw = ImmutableArray.CreateBuilder<Statement>();
    private readonly ImmutableArray<Expression>.Builder where = ImmutableArray.CreateBuilder<Expression>();
    private readonly ImmutableArray<AskedFormSource>.Builder forms = ImmutableArray.CreateBuilder<AskedFormSource>();
    private readonly ImmutableArray<ChoiceSource>.Builder choices = ImmutableArray.CreateBuilder<ChoiceSource>();
    private readonly ImmutableArray<PairSource>.Builder pairs = ImmutableArray.CreateBuilder<PairSource>();
    private readonly ImmutableArray<WrongSource>.Builder wrong = ImmutableArray.CreateBuilder<WrongSource>();
    private readonly ImmutableArray<ConditionalText>.Builder prompts = ImmutableArray.CreateBuilder<ConditionalText>();
    private readonly ImmutableArray<ConditionalText>.Builder hints = ImmutableArray.CreateBuilder<ConditionalText>();
    private readonly ImmutableArray<ConditionalText>.Builder solutions = ImmutableArray.CreateBuilder<ConditionalText>();
    private ImmutableArray<Expression> answer = [];
    private AskedLine? asked;
    private string letter = "x";
    private bool keepsOrder;

    public static TemplateSource Read(Line line, string skill, string id, string type, IReadOnlyDictionary<string, Misconception> misconceptions)
    {
        var kind = Enum.GetValues<ItemType>().Where(kind => kind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only]
            ? only
            : throw line.Fault($"There is no answer type '{type}'.");
        var reader = new TemplateReader(misconceptions);
        foreach (var under in line.Under) under.Read(() => reader.Take(under));
        var source = new TemplateSource(
            id, skill, kind, reader.levels.ToImmutable(), reader.draw.ToImmutable(), reader.where.ToImmutable(), reader.answer, reader.asked, reader.letter,
            reader.forms.ToImmutable(), reader.keepsOrder, reader.choices.ToImmutable(), reader.pairs.ToImmutable(), reader.wrong.ToImmutable(),
            reader.prompts.ToImmutable(), reader.hints.ToImmutable(), reader.solutions.ToImmutable());
        return Missing(source) is { } missing ? throw line.Fault($"{id} {missing}") : source;
    }

    private bool Take(Line line)
    {
        var (key, when) = Condition(line.Key);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["level", var level] when level == $"{levels.Count + 1}":
                levels.Add(StatementReader.Read(line.Rest));
                break;
            case ["draw"]:
                draw.AddRange(StatementReader.Read(line.Rest));
                break;
            case ["where"]:
                where.Add(ExpressionParser.Read(line.Rest));
                break;
            case ["answer"]:
                answer = ExpressionParser.ReadList(line.Rest);
                break;
            case ["line"]:
                asked = ExpressionParser.ReadList(line.Rest) is [var from, var to, var step, var marks, var labels]
                    ? new AskedLine(from, to, step, marks, labels)
                    : throw new ItemTemplateException("'line:' takes from, to, step, marks and labels.");
                break;
            case ["letter"]:
                letter = line.Rest;
                break;
            case ["choices"] when line.Rest == "as written":
                keepsOrder = true;
                break;
            case ["form", var form]:
                forms.Add(new AskedFormSource(Enum.Parse<AskedForm>(form, ignoreCase: true), when, SkillReader.TextsUnder(line)));
                break;
            case ["right" or "wrong"]:
                choices.Add(Choice(words[0] == "right", when, line));
                break;
            case ["pair"]:
                pairs.Add(new PairSource(Side(line, "left"), Side(line, "right")));
                break;
            case ["wrong", var misconception]:
                wrong.Add(new WrongSource(Named(misconception), ExpressionParser.ReadList(line.Rest), when));
                break;
            case ["prompt"]:
                prompts.Add(new ConditionalText(when, SkillReader.TextsUnder(line)));
                break;
            case ["hint"]:
                hints.Add(new ConditionalText(when, SkillReader.TextsUnder(line)));
                break;
            case ["solution"]:
                solutions.Add(Ending(new ConditionalText(when, SkillReader.TextsUnder(line))));
                break;
            default:
                throw new ItemTemplateException($"'{line.Key}' is not a line of a template here.");
        }

        return true;
    }

    private static (string Key, Expression? When) Condition(string key)
    {
        var when = key.IndexOf(" when ", StringComparison.Ordinal);
        return when < 0 ? (key, null) : (key[..when], ExpressionParser.Read(key[(when + 6)..]));
    }

    private ChoiceSource Choice(bool right, Expression? when, Line line)
    {
        var shows = ImmutableArray.CreateBuilder<ShownBy>();
        foreach (var under in line.Under.Where(under => under.Key.StartsWith("shows ", StringComparison.Ordinal)))
        {
            var (key, condition) = Condition(under.Key);
            shows.Add(new ShownBy(Named(key[6..].Trim()), condition));
        }

        return new ChoiceSource(right, when, SkillReader.TextsUnder(line), shows.ToImmutable());
    }

    private Misconception Named(string id) => misconceptions.TryGetValue(id, out var misconception)
        ? misconception
        : throw new ItemTemplateException($"The misconception {id} is not described above.");

    private static LocalText Side(Line line, string side) =>
        SkillReader.TextsUnder(line.Under.FirstOrDefault(under => under.Key == side) ?? throw new ItemTemplateException($"A pair has a '{side}' with its texts."));

    private static ConditionalText Ending(ConditionalText solution) =>
        solution.Text.English.EndsInAnswer && solution.Text.Spanish.EndsInAnswer
            ? solution
            : throw new ItemTemplateException("A solution ends in {answer}, in each language.");

    private static string? Missing(TemplateSource source)
    {
        if (source.Levels.Length != 3) return "has no lines 'level 1:' to 'level 3:'.";
        if (source.Prompts.IsEmpty || source.Hints.IsEmpty || source.Solutions.IsEmpty) return "has no prompt, hint or solution.";
        return source.Type switch
        {
            ItemType.Choice or ItemType.Many => source.Choices.Length < 2 ? "has fewer than two choices." : null,
            ItemType.Pairs => source.Pairs.Length < 2 ? "has fewer than two pairs." : null,
            ItemType.Order => source.Answer.Length < 2 ? "has fewer than two entries: write their values in 'answer:'." : null,
            ItemType.Line when source.Line is null => "has no 'line:'.",
            _ => source.Answer.Length == 1 ? null : "has no single value in 'answer:'.",
        };
    }
}
