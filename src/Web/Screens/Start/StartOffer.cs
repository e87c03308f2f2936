namespace LiveClass.Web.Screens.Start;

/// <summary>
/// Something besides making a class that can be begun where there is none: a button that posts a form. Whoever has one to offer adds it to
/// the services; nothing is shown where nobody does.
/// </summary>
/// <param name="Path">Where the form is posted.</param>
/// <param name="Key">The key of the button's words.</param>
/// <param name="AdminsAlone">True where only an admin may.</param>
public sealed record StartOffer(string Path, string Key, bool AdminsAlone = true);
