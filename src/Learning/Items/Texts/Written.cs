using System.Collections.Immutable;
using System.Text;
using LiveClass.Learning.Items.Pictures;

namespace LiveClass.Learning.Items.Texts;

/// <summary>Text as it is shown and as it is read aloud.</summary>
/// <param name="Runs">The runs; texts that meet are one.</param>
/// <param name="Speech">The words, without markup.</param>
internal sealed record Written(ImmutableArray<FormRun> Runs, string Speech)
{
    /// <summary>Whether both show the same.</summary>
    public bool Shows(Written other) => Runs.SequenceEqual(other.Runs);
}

/// <summary>Collects runs and their words in one language.</summary>
internal sealed class RunWriter(Language language)
{
    private readonly ImmutableArray<FormRun>.Builder runs = ImmutableArray.CreateBuilder<FormRun>();
    private readonly StringBuilder text = new();
    private readonly StringBuilder speech = new();

    public void AddText(string shown) => AddText(shown, shown);

    /// <summary>A whole or decimal number inside a sentence.</summary>
    public void AddNumber(string digits) => AddText(digits.Replace('-', '\u2212'), SpokenMath.Number(digits, language == Language.Spanish));

    public void AddMath(MathNode node)
    {
        Flush();
        runs.Add(new FormRun(Math: MathMl.Of(node)));
        Say(SpokenMath.Of(node, language));
    }

    public void AddPicture(Picture picture)
    {
        Flush();
        var alt = picture.Alt(language);
        runs.Add(new FormRun(Picture: new FormPicture(picture.Svg(), alt)));
        Say($"{alt}.");
    }

    public void Add(Written written)
    {
        foreach (var run in written.Runs)
        {
            if (run.Text is { } shown)
            {
                text.Append(shown);
                continue;
            }

            Flush();
            runs.Add(run);
        }

        Say(written.Speech);
    }

    public Written Finish()
    {
        Flush();
        return new Written(runs.ToImmutable(), string.Join(' ', speech.ToString().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    private void AddText(string shown, string said)
    {
        text.Append(shown);
        speech.Append(said);
    }

    /// <summary>Punctuation that follows stays beside it; words do not.</summary>
    private void Say(string words)
    {
        if (speech.Length > 0 && speech[^1] is not (' ' or '(' or '“' or '¿')) speech.Append(' ');
        speech.Append(words);
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        runs.Add(new FormRun(Text: text.ToString()));
        text.Clear();
    }
}
