using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LiveClass.Learning.Items;

/// <summary>A stretch of what is shown: exactly one of a text, mathematics and a picture.</summary>
/// <param name="Text">Plain text; a line break starts a new line.</param>
/// <param name="Math">A MathML element.</param>
/// <param name="Picture">A picture.</param>
public sealed record FormRun(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Math = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormPicture? Picture = null);

/// <summary>A picture with its words.</summary>
/// <param name="Svg">An SVG element in currentColor and CSS classes, without script or inline style.</param>
/// <param name="Alt">What it shows, in the form's language.</param>
public sealed record FormPicture(string Svg, string Alt);

/// <summary>A choice, an entry to put in order, or one side of a pair.</summary>
/// <param name="Id">Its letter or number, as it stands in a response.</param>
/// <param name="Runs">What it shows.</param>
/// <param name="Speech">What is read aloud.</param>
public sealed record FormChoice(string Id, ImmutableArray<FormRun> Runs, string Speech);
