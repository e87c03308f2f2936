using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Silo.Texts;

/// <summary>Which text an entry of the log carries.</summary>
public static class EntryText
{
    /// <summary>Its key; none where it carries none, or cannot be read.</summary>
    public static TextKey Of(ReadOnlySpan<byte> entry)
    {
        try
        {
            return EntryFormat.KindOf(entry) switch
            {
                EntryKind.Evidence => EntryFormat.ReadEvidence(entry).Response,
                EntryKind.Released => EntryFormat.ReadReleased(entry).Evidence.Response,
                EntryKind.Command => Of(EntryFormat.ReadCommand(entry).Command),
                _ => default,
            };
        }
        catch (Exception e) when (e is FormatViolationException or JsonException)
        {
            return default;
        }
    }

    private static TextKey Of(ClassroomCommand command) => command switch
    {
        RaiseHand hand => hand.About,
        Observe observe => observe.Text,
        AddNote note => note.Text,
        _ => default,
    };
}
