using System.CommandLine;
using System.Globalization;

namespace LiveClass.Simulator.Commands;

/// <summary>Whole numbers and words with bounds, told in the same words everywhere.</summary>
internal static class NumberOption
{
    public static Option<int> Between(string name, string description, int least, int most, int? preset = null)
    {
        var option = new Option<int>(name) { Description = $"{description} ({least} to {most})", Required = preset is null };
        if (preset is { } value) option.DefaultValueFactory = _ => value;
        option.Validators.Add(result =>
        {
            // From the word itself: asking for the value of a word that is no number throws.
            var fits = result.Tokens.Count == 0
                || (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);
            if (!fits) result.AddError($"{name} is a whole number from {least} to {most}.");
        });
        return option;
    }

    /// <summary>A word that can be a part of an id.</summary>
    public static Option<string> Word(string name, string description, string preset)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => preset };
        option.Validators.Add(result =>
        {
            var word = result.GetValueOrDefault<string>();
            if (word is null || word.Length is 0 or > 16 || word.Any(static letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or '-')))
                result.AddError($"{name} is 1 to 16 letters, digits, dots, hyphens or underscores.");
        });
        return option;
    }
}
