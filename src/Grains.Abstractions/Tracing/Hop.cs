using System.Diagnostics;

namespace LiveClass.Grains.Abstractions.Tracing;

/// <summary>
/// Trace spans of an answer's way, named as in FLOW.md. Where nobody listens they cost a look and allocate nothing. The log carries
/// no trace: inside one process a hop behind the log finds its answer's trace by position, and links to it where it serves many.
/// Spans carry keys and positions, never names.
/// </summary>
public static class Hop
{
    /// <summary>The name of the source of all spans.</summary>
    public const string SourceName = "LiveClass";

    /// <summary>A delivery is taken.</summary>
    public const string Receive = "receive";

    /// <summary>Its bytes are read.</summary>
    public const string Parse = "parse";

    /// <summary>Its ids become keys.</summary>
    public const string Resolve = "resolve";

    /// <summary>Its entries are packed.</summary>
    public const string Encode = "encode";

    /// <summary>Its entries become durable.</summary>
    public const string Append = "append";

    /// <summary>A classroom comes into memory.</summary>
    public const string Activate = "activate";

    /// <summary>An entry is handled.</summary>
    public const string Turn = "turn";

    /// <summary>Audiences are told.</summary>
    public const string Publish = "publish";

    /// <summary>What happened becomes durable.</summary>
    public const string Journal = "journal";

    /// <summary>The sender waits for what its turns did.</summary>
    public const string Outcome = "outcome";

    /// <summary>A board's copy comes to a new version.</summary>
    public const string Replica = "replica";

    /// <summary>A view is made of it.</summary>
    public const string Project = "project";

    /// <summary>Its change goes to the screens.</summary>
    public const string FanOut = "fan-out";

    /// <summary>Rows of history are written.</summary>
    public const string History = "history";

    /// <summary>What is due is appended.</summary>
    public const string Clock = "clock";

    /// <summary>A change of records is appended.</summary>
    public const string Records = "records";

    /// <summary>A command is appended and its outcome awaited.</summary>
    public const string Commands = "commands";

    private const int MostLinks = 32;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The names of all spans, in the order of the way.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Receive, Parse, Resolve, Encode, Append, Activate, Turn, Publish, Journal, Outcome, Replica, Project, FanOut, History, Clock, Records, Commands,
    ];

    /// <summary>A span under the one that is current here; null where nobody listens.</summary>
    public static Activity? Start(string hop) => Source.StartActivity(hop);

    /// <summary>The trace that is current here; none where nobody listens.</summary>
    public static ActivityContext Current => Source.HasListeners() && Activity.Current is { } current ? current.Context : default;

    /// <summary>Entries get their positions: what handles them later in this process finds their trace by these.</summary>
    public static void Placed(in ActivityContext trace, ClassroomKey classroom, long first, int count)
    {
        if (trace != default) AppendedTraces.Add(classroom, first, first + count - 1, trace);
    }

    /// <summary>A span of a loop, in the trace of the append that brought this entry.</summary>
    public static Activity? StartOf(string hop, ClassroomKey classroom, long position)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null; // a loop has no caller
        return Named(Source.StartActivity(hop, ActivityKind.Internal, AppendedTraces.Find(classroom, position)), classroom, position);
    }

    /// <summary>A span of a loop over what came after one position up to another, with a link to each trace that brought a part of it.</summary>
    public static Activity? StartOver(string hop, ClassroomKey classroom, long after, long through)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null;
        return Named(Source.StartActivity(hop, ActivityKind.Internal, default(ActivityContext), links: Links(classroom, after, through)), classroom, through);
    }

    /// <summary>Adds what came to one more classroom to a span.</summary>
    public static void Over(Activity? span, ClassroomKey classroom, long after, long through)
    {
        if (span is null || span.Links.Count() >= MostLinks) return;
        foreach (var link in Links(classroom, after, through)) span.AddLink(link);
    }

    /// <summary>A span of a loop that serves many classrooms.</summary>
    public static Activity? StartAlone(string hop)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null;
        return Source.StartActivity(hop);
    }

    private static IEnumerable<ActivityLink> Links(ClassroomKey classroom, long after, long through) =>
        AppendedTraces.Find(classroom, after, through, MostLinks).Select(context => new ActivityLink(context));

    private static Activity? Named(Activity? span, ClassroomKey classroom, long position) =>
        span?.SetTag("liveclass.classroom", classroom.Value).SetTag("liveclass.position", position);
}
