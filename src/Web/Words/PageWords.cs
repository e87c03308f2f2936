using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveClass.Web.Words;

/// <summary>The texts of one page, in the language of whoever reads it.</summary>
/// <param name="book">All texts.</param>
/// <param name="language">The reader's language.</param>
public sealed class PageWords(WordBook book, string language)
{
    /// <summary>English, for what has no reader of its own.</summary>
    public static PageWords English { get; } = new(WordBook.Shipped, WordBook.Default);

    /// <summary>The reader's language: <c>en</c>, <c>es</c>.</summary>
    public string Language { get; } = language;

    /// <summary>The same texts in another language.</summary>
    public PageWords In(string other) => new(book, other);

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a mistake in the page.</exception>
    public string this[string key] => book.Find(Language, key) ?? throw new KeyNotFoundException($"There is no text '{key}' in {Language}.");

    /// <summary>The text of a key; null where there is none.</summary>
    public string? Find(string key) => book.Find(Language, key);

    /// <summary>Why something was refused, by its documented code; null for a code that no page can show.</summary>
    public string? Refusal(string code) => Find($"problem.refused.{code}");

    /// <summary>
    /// The text of a key with its places filled: <c>{name}</c> takes the value of that name. Where a value is called <c>count</c> and is 1,
    /// and there is a key that ends in <c>.one</c>, that one is taken.
    /// </summary>
    public string Say(string key, params ReadOnlySpan<(string Place, object? Value)> values)
    {
        var text = new StringBuilder(Singular(key, values) ?? this[key]);
        foreach (var (place, value) in values)
            text.Replace($"{{{place}}}", Convert.ToString(value, CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>The texts of some areas as JSON that a script element may hold: no text can end the element.</summary>
    public string Json(params ReadOnlySpan<string> areas)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var area in areas)
        {
            foreach (var (key, text) in book.Area(Language, area)) words.Add(key, text);
        }

        // The serializer writes < as \u003C.
        return JsonSerializer.Serialize(words);
    }

    private string? Singular(string key, ReadOnlySpan<(string Place, object? Value)> values)
    {
        foreach (var (place, value) in values)
        {
            if (place == "count" && value is 1 or 1L) return book.Find(Language, key + ".one");
        }

        return null;
    }
}
