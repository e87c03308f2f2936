using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Texts;

/// <summary>What a text was for. The numbers are part of the format.</summary>
public enum TextPurpose : byte
{
    /// <summary>A student's response.</summary>
    Response = 1,
    /// <summary>The text of a note, an observation or an intervention.</summary>
    Text = 2,
    /// <summary>A reason.</summary>
    Reason = 3,
    /// <summary>What a raised hand is about.</summary>
    About = 4,
}

/// <summary>What a text came with: an answer's (source, sequence), or a command.</summary>
public readonly record struct TextOrigin
{
    internal SourceKey Source { get; private init; }

    internal long Sequence { get; private init; }

    internal CommandKey Command { get; private init; }

    /// <summary>It came with an answer.</summary>
    public static TextOrigin Of(SourceKey source, long sequence) => new() { Source = source, Sequence = sequence };

    /// <summary>It came with a command.</summary>
    public static TextOrigin Of(CommandKey command) => new() { Command = command };
}

/// <summary>Free text on its way into Records, before the entry that carries its key.</summary>
public readonly record struct NewText(TextPurpose Purpose, TextOrigin Origin, string Text);
