using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>A trace follows an answer from its sender to the screens, under the hop names of FLOW.md.</summary>
[Collection(ServerSuite.Name)]
public sealed partial class TraceTests(RunningServer server) : IDisposable
{
    // A loop over many classrooms may have been about others; these must be about this answer.
    private static readonly string[] Direct = [Hop.Receive, Hop.Parse, Hop.Resolve, Hop.Encode, Hop.Append, Hop.Turn, Hop.Outcome];
    private static readonly string[] Linked = [Hop.Publish, Hop.Journal, Hop.Replica, Hop.History];

    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ActivitySource own = new("tests");
    private ActivityListener? listener;

    public void Dispose()
    {
        listener?.Dispose();
        own.Dispose();
    }

    [Fact]
    public async Task Every_hop_of_an_answer_is_in_its_trace_or_linked_to_it()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/board"); // somebody looks at it
        Listen();

        using var root = own.StartActivity("a device")!;
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));
        var trace = root.TraceId;
        await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", _ => Linked.All(hop => spans.Any(s => s.OperationName == hop && LinksTo(s, trace))));

        Assert.Empty(Direct.Except(spans.Where(s => s.TraceId == trace).Select(s => s.OperationName)));
        Assert.Empty(Linked.Except(spans.Where(s => LinksTo(s, trace)).Select(s => s.OperationName)));
        var replica = spans.First(s => s.OperationName == Hop.Replica && LinksTo(s, trace));
        Assert.Empty(new[] { Hop.Project, Hop.FanOut }.Except(spans.Where(s => s.TraceId == replica.TraceId).Select(s => s.OperationName)));
    }

    [Fact]
    public async Task A_command_a_change_of_records_and_a_first_look_have_theirs()
    {
        Listen();
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        using var root = own.StartActivity("a teacher")!;
        await client.CommandAsync(classroom, """{ "type": "startLesson" }""");
        Assert.Contains(spans, s => s.OperationName == Hop.Commands && s.TraceId == root.TraceId);
        Assert.Contains(spans, s => s.OperationName == Hop.Turn && s.TraceId == root.TraceId);
        Assert.Contains(spans, s => s.OperationName == Hop.Records);
        Assert.Contains(spans, s => s.OperationName == Hop.Activate);
    }

    [Fact]
    public void Flow_says_which_hops_have_a_span()
    {
        var flow = File.ReadAllText(Path.Combine(Root(), "FLOW.md"));
        var said = SpanList().Match(flow).Groups["names"].Value.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Hop.All, said);
        foreach (var name in Hop.All) Assert.Contains($"**{name}**", flow, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_listens_a_hop_costs_nothing()
    {
        _ = Hop.Start(Hop.Turn);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1_000; n++)
        {
            using var one = Hop.Start(Hop.Parse);
            using var other = Hop.StartOf(Hop.Turn, default, n);
            using var third = Hop.StartOver(Hop.Publish, default, 0, n);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static bool LinksTo(Activity span, ActivityTraceId trace) => span.Links.Any(link => link.Context.TraceId == trace);

    private void Listen()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Hop.SourceName or "tests" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FLOW.md"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("FLOW.md is in no folder above the tests.");
    }

    [GeneratedRegex(@"Hops with a trace span[^:]*: (?<names>[^.]+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpanList();
}
