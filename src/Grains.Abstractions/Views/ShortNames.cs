using System.Collections.Immutable;
using System.Globalization;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>First names, with as much of the family name as tells two of them apart.</summary>
public static class ShortNames
{
    /// <summary>
    /// The short name of each, in order: the first word; where two share it, with the last word's initial; where they share that as
    /// well, the whole name.
    /// </summary>
    public static ImmutableArray<string> Of(IEnumerable<string> names)
    {
        var all = names.Select(name => name.Trim()).ToList();
        var first = all.GroupBy(First, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Count(), StringComparer.OrdinalIgnoreCase);
        var initial = all.GroupBy(WithInitial, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Count(), StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(name =>
            first[First(name)] == 1 ? First(name)
            : initial[WithInitial(name)] == 1 ? WithInitial(name)
            : name)];
    }

    /// <summary>The first word and the last word's initial: "Ana Lima" is "Ana L."; a single word stays.</summary>
    public static string WithInitial(string name)
    {
        var words = Words(name);
        return words.Length < 2 ? name.Trim() : $"{words[0]} {StringInfo.GetNextTextElement(words[^1])}.";
    }

    private static string First(string name) => Words(name) is [var first, ..] ? first : name;

    private static string[] Words(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
