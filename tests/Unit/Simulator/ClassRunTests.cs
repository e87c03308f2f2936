using LiveClass.Simulator.Class;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class ClassRunTests
{
    [Fact]
    public async Task Students_do_what_their_cards_say_and_all_is_counted()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.CutAfterTaking);
        server.Card = static (student, answers) => (answers % 3) switch
        {
            0 => new { kind = "practice", skill = "measure-ruler", item = $"measure-ruler.{(answers % 6) + 1}" },
            1 => new { kind = "review", skill = "measure-squares", item = $"measure-squares.{(answers % 6) + 1}" },
            _ => new { kind = "check", skill = "measure-box", item = $"measure-box.{(answers % 6) + 1}" },
        };
        var receipt = await RunAsync(server, 6);
        Assert.True(receipt.Ok, receipt.Error + string.Join("; ", receipt.Differences));
        Assert.True(receipt.Figures.Sent >= 20, $"sent {receipt.Figures.Sent}");
        Assert.Equal(receipt.Figures.Sent, receipt.Server!.After);
        foreach (var student in server.Received().SelectMany(static batch => batch).DistinctBy(static item => (item.Source, item.Sequence))
            .GroupBy(static item => item.Student, StringComparer.Ordinal))
        {
            string[] cards = ["practice measure-ruler", "practice measure-squares", "formative measure-box"];
            var done = student.OrderBy(static item => item.Sequence).Select(static item => $"{item.Kind} {item.Skills!.Value[0]}").ToArray();
            Assert.Equal(Enumerable.Range(0, done.Length).Select(n => cards[n % 3]), done);
        }
    }

    [Fact]
    public async Task A_student_without_an_item_to_answer_sends_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        server.Card = static (_, _) => new { kind = "wait" };
        var receipt = await RunAsync(server, 3);
        Assert.True(receipt.Ok);
        Assert.Equal(0, receipt.Figures.Sent);
    }

    [Fact]
    public async Task Cards_that_lead_elsewhere_are_followed_by_commands()
    {
        await using var server = await FakeServer.StartAsync();
        server.Card = static (student, _) => student.EndsWith('1') ? new { kind = "goToStation", where = "pairs" } : new { kind = "workOnPaper" };
        await RunAsync(server, 2);
        Assert.Contains(server.Commands, static command => command is { Type: "moveToStation", Student: "room-s01", Station: "pairs" });
        Assert.Contains(server.Commands, static command => command is { Type: "paperDone", Student: "room-s02" });
    }

    [Fact]
    public async Task Refused_commands_are_counted_and_end_nothing()
    {
        await using var server = await FakeServer.StartAsync();
        server.Card = static (_, answers) => new { kind = "practice", skill = "measure-ruler", item = $"measure-ruler.{(answers % 6) + 1}" };
        server.LessonStatus = 409;
        server.LessonOutcome = """{ "outcome": "refused", "code": "lesson-running" }""";
        var receipt = await RunAsync(server, 3);
        Assert.True(receipt.Ok, receipt.Error);
        Assert.True(receipt.More["commandsRefused"] >= 3);
        Assert.True(receipt.Figures.Sent > 0);
    }

    [Fact]
    public void Prerequisites_stand_above_their_skill_and_ids_are_plain()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var skill in InventedProgression.Skills)
        {
            Assert.All(skill.Needs, need => Assert.Contains(need, seen));
            Assert.Matches("^[A-Za-z0-9._:-]{1,64}$", skill.Id);
            Assert.True(seen.Add(skill.Id));
        }
        Assert.All(InventedProgression.ToItems().Items, static item => Assert.Equal(item.Skills[0], InventedProgression.SkillOf(item.Id)!.Id));
        Assert.Null(InventedProgression.SkillOf("load-i1"));
    }

    private static async Task<Receipt> RunAsync(FakeServer server, int students)
    {
        var time = new SteppedTime(held: TimeSpan.FromMinutes(30));
        using var client = new ServerClient(server.Address, "k", 16);
        using var path = new HttpPath(client, 16);
        var options = new ClassOptions("room", "r1", students, TimeSpan.FromMinutes(30), 1, Seed: 4);
        return await new ClassRun(client, new Patience(PatienceOptions.Default, time, 1), path, time).RunAsync(options, static _ => { }, CancellationToken.None);
    }
}
