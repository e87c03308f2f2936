using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>What a line is: decides how a repeat of it may be added.</summary>
internal enum LineKind
{
    Answer,
    Mark,
    Command,
    Clock,
    Records,
    Released,
}

/// <summary>
/// A line of a log in the making. What it says of other entries' positions is said by their lines, so that lines can be added and
/// swapped.
/// </summary>
/// <param name="Id">Its number: repeats carry their original's.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Received">When the log got it.</param>
/// <param name="Write">Writes the entry; the function gives the position of a line.</param>
internal sealed record LogLine(int Id, LineKind Kind, Instant Received, Action<ByteWriter, Func<int, long>> Write);
