namespace LiveClass.Learning.Items;

/// <summary>A language that items are written in.</summary>
public enum Language
{
    /// <summary>English, <c>en</c>.</summary>
    English,

    /// <summary>Spanish, <c>es</c>.</summary>
    Spanish,
}

/// <summary>Languages by their tags.</summary>
public static class LanguageTags
{
    /// <summary>The tag of a language: <c>en</c> or <c>es</c>.</summary>
    public static string Tag(this Language language) => language == Language.Spanish ? "es" : "en";

    /// <summary>The language of a tag; false where we have no items in it. A region (<c>es-MX</c>) does not matter.</summary>
    public static bool TryRead(string? tag, out Language language)
    {
        var main = tag?.Split('-')[0];
        language = main == "es" ? Language.Spanish : Language.English;
        return main is "en" or "es";
    }
}
