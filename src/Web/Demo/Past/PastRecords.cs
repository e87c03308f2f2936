using LiveClass.Grains.Abstractions;
using LiveClass.Records.Texts;

namespace LiveClass.Web.Demo.Past;

/// <summary>
/// What comes with the entries of the past and belongs in Records: texts and misconceptions. They are numbered as empty tables will number
/// them, so that entries can carry their keys before anything is written.
/// </summary>
internal sealed class PastRecords
{
    private readonly Dictionary<string, MisconceptionKey> misconceptions = new(StringComparer.Ordinal);

    /// <summary>The texts; the n-th has the key n, from 1.</summary>
    public List<NewText> Texts { get; } = [];

    /// <summary>The ids of the misconceptions; the n-th has the key n, from 1.</summary>
    public List<string> Misconceptions { get; } = [];

    /// <summary>Keeps a text.</summary>
    public TextKey Keep(TextPurpose purpose, TextOrigin origin, string? text)
    {
        if (text is null) return default;
        Texts.Add(new NewText(purpose, origin, text));
        return new TextKey(Texts.Count);
    }

    /// <summary>The key of a misconception.</summary>
    public MisconceptionKey KeyOf(string? id)
    {
        if (id is null) return default;
        if (misconceptions.TryGetValue(id, out var known)) return known;
        Misconceptions.Add(id);
        return misconceptions[id] = new MisconceptionKey(Misconceptions.Count);
    }
}
