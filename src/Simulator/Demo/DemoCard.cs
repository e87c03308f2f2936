using System.Text.Json;

namespace LiveClass.Simulator.Demo;

/// <summary>A student's card as the hub sends it.</summary>
/// <param name="Id">Changes with every new step.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Skill">The skill.</param>
/// <param name="Item">The item.</param>
/// <param name="Choice">The first of the skills to choose from.</param>
internal sealed record DemoCard(string Id, string Kind, string? Skill, string? Item, string? Choice)
{
    /// <summary>True where an answer is expected.</summary>
    public bool AsksForAnAnswer => Kind is "practice" or "review" or "check" or "exitTicket" && Skill is not null && Item is not null;

    /// <summary>Reads one; null where there is none.</summary>
    public static DemoCard? Of(JsonElement card)
    {
        if (card.ValueKind != JsonValueKind.Object) return null;
        var choice = card.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array && options.GetArrayLength() > 0
            ? Text(options[0], "skill")
            : null;
        return new DemoCard(Text(card, "id") ?? "", Text(card, "kind") ?? "", Text(card, "skill"), Text(card, "item"), choice);
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
