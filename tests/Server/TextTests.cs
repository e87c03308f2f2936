using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Texts;
using LiveClass.Silo.Texts;
using LiveClass.Tests.Server.Running;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>Which texts outlive the sweep.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    private TextStore Texts => server.Services.GetRequiredService<RecordsStore>().Texts;

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Texts_with_an_entry_survive_an_orphan_is_swept_and_a_quarantined_one_survives_until_it_is_discarded()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        var orphan = (await Texts.WriteAsync([new NewText(TextPurpose.Text, TextOrigin.Of(new CommandKey(1)), "orphan")]))[0];
        await client.CommandAsync(classroom, """{ "type": "startLesson" }""");
        await client.CommandAsync(classroom, """{ "type": "raiseHand", "student": "ana", "about": "about" }""");
        await client.CommandAsync(classroom, """{ "type": "observe", "student": "ana", "skill": "k1", "result": "gotIt", "text": "observed" }""");
        await client.CommandAsync(classroom, """{ "type": "lowerHand", "student": "ben" }""");
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, more: ""","response":"counted" """));
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, more: ""","response":"quarantined" """));
        var kept = await client.UntilAsync($"/api/v1/quarantine?classroom={classroom}", q => q.GetProperty("entries").GetArrayLength() == 1);

        await SweepUntilGoneAsync(orphan);
        Assert.Equal(["about", "counted", "observed", "quarantined"], await KeptAsync());

        var discarded = await client.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{kept.GetProperty("entries")[0].GetProperty("id").GetInt64()}/discard");
        Assert.Equal("discarded", discarded.Body.GetProperty("decision").GetString());
        await SweepAsync();
        Assert.Equal(["about", "counted", "observed"], await KeptAsync());
    }

    // As it will be in two days.
    private async Task SweepAsync() =>
        await server.Services.GetRequiredService<TextSweep>().SweepAsync(Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(1));

    // As long as a reactor has something to read the sweep spares what is so new.
    private async Task SweepUntilGoneAsync(TextKey orphan)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Texts.ReadAsync(orphan) is not null)
        {
            await SweepAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private async Task<string[]> KeptAsync()
    {
        var all = await Texts.ReadAsync([.. Enumerable.Range(1, 20).Select(key => new TextKey(key))]);
        return [.. all.Values.Order(StringComparer.Ordinal)];
    }
}
