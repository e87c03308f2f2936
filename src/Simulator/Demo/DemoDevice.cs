using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Simulator.Demo;

/// <summary>
/// A demo student's device: joins by the class's link as any device does, watches its student's card over the hub, does what the card
/// says and delivers what came of it. What it could not deliver it sends again when the link is back.
/// </summary>
/// <param name="room">The room.</param>
/// <param name="student">Whose device.</param>
/// <param name="learner">The student's model.</param>
/// <param name="http">Reaches the server, without any key.</param>
/// <param name="time">The clock.</param>
public sealed class DemoDevice(DemoRoom room, DemoStudent student, DemoLearner learner, HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    // The same for a student each time: whose lesson is opened again, or whose server starts anew, finds its own name again.
    private readonly string device = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"demo device of {student.Id} in {room.Id}")).AsSpan(0, 16));
    private readonly Queue<(TimeSpan At, string Type)> hands = new(
        DemoMoments.Hands(student).SelectMany(hand => new[] { (hand.Up, "raiseHand"), (hand.Down, "lowerHand") }));
    private readonly List<EvidenceItem> outbox = [];
    private string source = "";
    private long sequence;
    private long started;
    private bool asks;
    private volatile DemoCard? card;
    private volatile bool revoked;

    private TimeSpan Since => time.GetElapsedTime(started);

    /// <summary>Comes after a while, and works until the lesson is over for it.</summary>
    /// <param name="code">The code of the class's link.</param>
    /// <param name="comes">How long after the start of the play.</param>
    /// <param name="over">Ends with the lesson.</param>
    public async Task LiveAsync(string code, TimeSpan comes, CancellationToken over)
    {
        started = time.GetTimestamp();
        await Task.Delay(comes, time, over);
        if (await JoinAsync(code, over) is not { ReadToken: { } token, Source: { } outgoing }) return;
        source = outgoing;
        while (!revoked)
        {
            if (DemoMoments.HasNoLink(student, Since)) await Task.Delay(Look, time, over);
            else await ConnectAsync(token, over);
        }
    }

    private async Task<JoinReply?> JoinAsync(string code, CancellationToken over)
    {
        var language = student.Support == DemoSupport.Spanish ? "es" : "en";
        while (true)
        {
            var (_, lesson) = await PostAsync("join", new JoinBody { Device = device, Code = code }, over);
            if (lesson is { Lesson: { } id, Waiting: false })
            {
                var (status, joined) = await PostAsync($"join/{id}", new JoinBody { Device = device, Student = student.Id, Language = language }, over);
                // Somebody who tries the student's page has chosen this name: it is theirs.
                if (joined is not null || status == HttpStatusCode.Conflict) return joined;
            }

            await Task.Delay(TryAgain, time, over);
        }
    }

    private async Task<(HttpStatusCode Status, JoinReply? Reply)> PostAsync(string path, JoinBody body, CancellationToken over)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(path, body, WireJson.Default.JoinBody, over);
            return (response.StatusCode, response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync(WireJson.Default.JoinReply, over) : null);
        }
        catch (HttpRequestException)
        {
            return (HttpStatusCode.ServiceUnavailable, null);
        }
    }

    private async Task ConnectAsync(string token, CancellationToken over)
    {
        try
        {
            await using var hub = await ClassroomHubClient.ConnectAsync(http.BaseAddress!, token, over);
            hub.OnSnapshot = board => card = board.TryGetProperty("card", out var shown) ? DemoCard.Of(shown) : null;
            hub.OnNextStep = step => card = DemoCard.Of(step);
            hub.OnRevoked = _ => revoked = true;
            await hub.WatchAsync(room.Id, null, "student", over);
            await WorkAsync(hub, over);
        }
        catch (Exception broken) when (broken is HubException or WebSocketException or IOException or HttpRequestException or InvalidOperationException
            || (broken is OperationCanceledException && !over.IsCancellationRequested))
        {
            // The link broke, or the server is busy: as a page does, it comes back after a while.
            await Task.Delay(TryAgain, time, over);
        }
    }

    private async Task WorkAsync(ClassroomHubClient hub, CancellationToken over)
    {
        while (!revoked && !hub.Closed.IsCompleted && !DemoMoments.HasNoLink(student, Since))
        {
            await DeliverAsync(hub, over);
            await MindHandAsync(hub, over);
            if (DemoMoments.Rests(student, Since) || card is not { } shown) await Task.Delay(Look, time, over);
            else if (shown.AsksForAnAnswer) await AnswerAsync(hub, shown, over);
            else if (shown is { Kind: "choose", Choice: { } choice }) await ChooseAsync(hub, shown, choice, over);
            else await Task.Delay(Look, time, over);
        }
    }

    private async Task AnswerAsync(ClassroomHubClient hub, DemoCard shown, CancellationToken over)
    {
        var pace = learner.Next();
        var work = pace.Before + pace.Thinking;
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < work;)
        {
            var left = work - time.GetElapsedTime(began);
            await Task.Delay(left < Look ? left : Look, time, over);
            if (!ReferenceEquals(card, shown) && card?.Id != shown.Id) return;
        }

        var answer = learner.Answer(shown.Skill!, shown.Item!);
        outbox.Add(new EvidenceItem
        {
            Source = source,
            Sequence = ++sequence,
            Classroom = room.Id,
            Student = student.Id,
            Item = shown.Item!,
            Score = answer.Score,
            Kind = shown.Kind is "check" or "exitTicket" ? "formative" : "practice",
            Attempt = 1,
            DurationMs = (int)pace.Thinking.TotalMilliseconds,
            Response = answer.Response,
            Form = answer.Form == 0 ? null : answer.Form,
        });
        await DeliverAsync(hub, over);
        if (learner.Asks()) await AskAsync(hub, up: true, over);
        else if (asks && answer.IsRight) await AskAsync(hub, up: false, over);
        await UntilAnotherAsync(shown, over);
    }

    private async Task ChooseAsync(ClassroomHubClient hub, DemoCard shown, string choice, CancellationToken over)
    {
        await Task.Delay(Look, time, over);
        await hub.SubmitCommandAsync(room.Id, new CommandBody { Type = "chooseNextStep", Student = student.Id, Choice = choice }, over);
        await UntilAnotherAsync(shown, over);
    }

    // The answer to what was just done: not to take the old card for a new one.
    private async Task UntilAnotherAsync(DemoCard shown, CancellationToken over)
    {
        for (var began = time.GetTimestamp(); card?.Id == shown.Id && time.GetElapsedTime(began) < Patience;) await Task.Delay(Look, time, over);
    }

    private async Task DeliverAsync(ClassroomHubClient hub, CancellationToken over)
    {
        if (outbox.Count == 0) return;
        await hub.SubmitAsync([.. outbox], time.GetUtcNow(), waiting: 0, over);
        outbox.Clear();
    }

    private async Task MindHandAsync(ClassroomHubClient hub, CancellationToken over)
    {
        while (hands.TryPeek(out var next) && next.At <= Since) await CommandAsync(hub, hands.Dequeue().Type, over);
    }

    private Task AskAsync(ClassroomHubClient hub, bool up, CancellationToken over)
    {
        asks = up;
        return CommandAsync(hub, up ? "raiseHand" : "lowerHand", over);
    }

    private async Task CommandAsync(ClassroomHubClient hub, string type, CancellationToken over) =>
        await hub.SubmitCommandAsync(room.Id, new CommandBody { Type = type, Student = student.Id, About = type == "raiseHand" ? "stuck" : null }, over);
}
