namespace LiveClass.Web.Words;

/// <summary>The words of pages, and how one chooses their language.</summary>
internal static class WordsHosting
{
    /// <summary>Where a page's form sends the language that was chosen.</summary>
    public const string LanguagePath = "/language";

    /// <summary>Adds <see cref="PageWords"/> in the language of each request.</summary>
    public static void AddWords(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
            ? PageWords.English.In(LanguageChoice.Of(context.Request))
            : PageWords.English);
    }

    /// <summary>Maps the choice of a language: anybody may choose, before signing in too.</summary>
    public static void MapWords(this WebApplication app) => app.MapPost(LanguagePath, Choose).AllowAnonymous();

    private static IResult Choose([Microsoft.AspNetCore.Mvc.FromForm] string language, [Microsoft.AspNetCore.Mvc.FromForm] string? to, HttpContext context)
    {
        if (!LanguageChoice.Remember(context, language)) return Results.BadRequest();

        // Back to a page of this server alone.
        return Results.LocalRedirect(to is ['/', not ('/' or '\\'), ..] or "/" ? to : "/");
    }
}
