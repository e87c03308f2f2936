using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>
/// Walks a body of events for whoever wants some of them: what is not read is stepped over. The fold, which wants all, reads by itself.
/// </summary>
public ref struct EventWalk
{
    private ByteReader from;
    private bool unread;

    /// <summary>A walk that has not begun.</summary>
    /// <exception cref="FormatViolationException">The format is not known to this version.</exception>
    public EventWalk(byte format, ReadOnlySpan<byte> body)
    {
        if (format != EventFormat.Version) throw new FormatViolationException($"Events of format {format} are not known to this version.");
        from = new ByteReader(body);
    }

    /// <summary>What stands here. An entry's own header is a stop as well.</summary>
    public EventTag Tag { get; private set; }

    /// <summary>The position of the entry that it belongs to.</summary>
    public long Position { get; private set; }

    /// <summary>The receipt time of that entry.</summary>
    public Instant Received { get; private set; }

    /// <summary>Goes on; false at the end.</summary>
    /// <exception cref="FormatViolationException">The body is not what the format says.</exception>
    public bool MoveNext()
    {
        if (unread) Step();
        if (from.AtEnd) return false;
        Tag = (EventTag)from.Byte();
        unread = Tag is not (EventTag.Entry or EventTag.RepeatDropped);
        if (Tag != EventTag.Entry) return true;
        Position = from.Number();
        Received = new Instant(from.Number());
        return true;
    }

    /// <summary>Reads the answer that stands here.</summary>
    public AnswerCounted Answer()
    {
        unread = false;
        return EventFormat.ReadAnswerCounted(ref from);
    }

    /// <summary>Reads the estimate that stands here.</summary>
    public EstimateMoved Estimate()
    {
        unread = false;
        return EventFormat.ReadEstimateMoved(ref from);
    }

    /// <summary>Reads the rare event that stands here.</summary>
    public ClassroomEvent Rare()
    {
        unread = false;
        return EventFormat.ReadJson(ref from);
    }

    private void Step()
    {
        switch (Tag)
        {
            case EventTag.AnswerCounted: EventFormat.ReadAnswerCounted(ref from); break;
            case EventTag.EstimateMoved: EventFormat.ReadEstimateMoved(ref from); break;
            case EventTag.NextStepChosen: EventFormat.ReadNextStepChosen(ref from); break;
            case EventTag.HelpChanged: EventFormat.ReadHelpChanged(ref from); break;
            case EventTag.NumberSeen: EventFormat.ReadNumberSeen(ref from); break;
            case EventTag.EntryQuarantined: EventFormat.ReadEntryQuarantined(ref from); break;
            case EventTag.Json: from.Bytes(); break;
            default: throw new FormatViolationException($"An event of kind {(byte)Tag} is not known to this version.");
        }

        unread = false;
    }
}
