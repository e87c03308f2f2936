using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>Reads the parts of the formats that are JSON, so that whoever uses them finds them whole.</summary>
public static class JsonPart
{
    /// <summary>Reads a part.</summary>
    /// <exception cref="JsonException">It is not JSON, or lacks something, or has null where nothing may be null.</exception>
    /// <exception cref="FormatViolationException">It is null or of no known type, or a list in it has a hole.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        T part;
        try
        {
            part = JsonSerializer.Deserialize(json, type) ?? throw new FormatViolationException($"A {typeof(T).Name} is null.");
        }
        catch (NotSupportedException e)
        {
            // What System.Text.Json throws where the discriminator is missing.
            throw new FormatViolationException($"A {typeof(T).Name} has no type.", e);
        }

        RefuseHoles(part);
        return part;
    }

    /// <summary>Refuses a list with a null in it, which the nullable annotations do not reach.</summary>
    /// <exception cref="FormatViolationException">There is one.</exception>
    public static void RefuseHoles<T>(ImmutableArray<T> lines)
        where T : class
    {
        foreach (var line in lines)
            if (line is null) throw new FormatViolationException($"A {typeof(T).Name} is null.");
    }

    private static void RefuseHoles(object part)
    {
        switch (part)
        {
            case RosterTaken taken: RefuseHoles(taken.Configuration); break;
            case ItemsTaken taken: RefuseHoles(taken.Items); break;
            case ItemsConfigured items: RefuseHoles(items.Items); break;
            case ClassroomConfigured classroom:
                RefuseHoles(classroom.Students);
                RefuseHoles(classroom.Skills);
                RefuseHoles(classroom.Stations);
                break;
        }
    }
}
