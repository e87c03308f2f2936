using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>
/// What a student's page does otherwise for one child. A personal fact: it lives in Records, is in no entry and no event, and only the
/// child's own page and the adults who may read the class see it. Records keep the numbers.
/// </summary>
[JsonConverter(typeof(CamelCaseEnum<Accommodation>))]
public enum Accommodation : byte
{
    /// <summary>No clocks.</summary>
    ExtraTime,
    /// <summary>Questions are read aloud by themselves once the child has begun.</summary>
    ReadAloud,
    /// <summary>Letters of 125 %.</summary>
    LargerType125,
    /// <summary>Letters of 150 %. Where both sizes are given, this one counts.</summary>
    LargerType150,
    /// <summary>A small goal from the start.</summary>
    FewerItems,
    /// <summary>No celebration.</summary>
    Calm,
}
