namespace LiveClass.Web.Words;

/// <summary>Which language a request is answered in.</summary>
public static class LanguageChoice
{
    /// <summary>The cookie in which a browser keeps the language that was chosen on it. Scripts may read it.</summary>
    public const string Cookie = "liveclass-language";

    /// <summary>What was chosen; else the first of the browser's languages that we speak; else English.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen)) return chosen;
        foreach (var wish in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1))
        {
            var language = wish.Value.AsSpan();
            var dash = language.IndexOf('-');
            if (dash >= 0) language = language[..dash];
            foreach (var (spoken, _) in WordBook.Spoken)
            {
                if (language.Equals(spoken, StringComparison.OrdinalIgnoreCase)) return spoken;
            }
        }

        return WordBook.Default;
    }

    /// <summary>Remembers a choice in this browser; false where the language is not ours.</summary>
    public static bool Remember(HttpContext context, string language)
    {
        if (!IsKnown(language)) return false;
        context.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            Path = "/",
        });
        return true;
    }

    private static bool IsKnown(string language) =>
        language == WordBook.Marked || WordBook.Spoken.Any(spoken => spoken.Language == language);
}
