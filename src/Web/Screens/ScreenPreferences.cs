namespace LiveClass.Web.Screens;

/// <summary>
/// How this browser wants its pages. Kept in cookies that scripts write, so that the first paint is right: hidden names are never
/// seen for a moment.
/// </summary>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>projector</c>; empty to follow the system.</param>
/// <param name="NamesHidden">True while names are replaced by numbers.</param>
public sealed record ScreenPreferences(string Theme, bool NamesHidden)
{
    /// <summary>The cookie of the theme.</summary>
    public const string ThemeCookie = "liveclass-theme";

    /// <summary>The cookie of hidden names.</summary>
    public const string NamesCookie = "liveclass-names";

    /// <summary>What a browser without cookies gets.</summary>
    public static ScreenPreferences Default { get; } = new("", NamesHidden: false);

    /// <summary>What a request's cookies say; anything unknown counts as not said.</summary>
    public static ScreenPreferences Of(IRequestCookieCollection cookies) => new(
        cookies[ThemeCookie] is "light" or "dark" or "projector" ? cookies[ThemeCookie]! : "",
        cookies[NamesCookie] is "hidden");
}
