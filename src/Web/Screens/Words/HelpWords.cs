using System.Text.Json;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

namespace LiveClass.Web.Screens.Words;

/// <summary>The evidence of a reason in the reader's language. Written again in <c>Scripts/src/words/reason.ts</c>.</summary>
public static class HelpWords
{
    /// <summary>The evidence; as the server said it in English where it has no figures; empty for a raised hand that says no more.</summary>
    public static string Evidence(HelpView help, PageWords words) => (help.Count, help.Of, help.Reason) switch
    {
        (null, _, ShownReason.HandRaised) when help.About is { } about => words[$"live.about.{JsonNamingPolicy.CamelCase.ConvertName(about.ToString())}"],
        (null, _, ShownReason.HandRaised) when help.Evidence == "Hand raised" => "",
        (null, _, _) => help.Evidence,
        (_, 7, ShownReason.Struggling) => words.Say("live.evidence.last", ("count", help.Count), ("of", help.Of)),
        (_, _, ShownReason.Struggling) => words.Say("live.evidence.first", ("count", help.Count), ("of", help.Of)),
        (_, _, ShownReason.WheelSpinning) => words.Say("live.evidence.wheelSpinning", ("count", help.Count)),
        (_, _, ShownReason.RapidGuessing) => words.Say("live.evidence.rapidGuessing", ("count", help.Count), ("of", help.Of)),
        _ => words.Say("live.evidence.idle", ("count", help.Count)),
    };
}
