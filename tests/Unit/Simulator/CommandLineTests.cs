using System.Text.Json;
using LiveClass.Simulator.Commands;
using LiveClass.Simulator.Showing;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class CommandLineTests : IDisposable
{
    private readonly string log = Path.GetTempFileName();

    public CommandLineTests() => File.WriteAllText(log, "student,item,skills,time,correct\ns1,i1,k1,0,1\ns2,i1,k1,0,0\ns1,i2,k2,0,1\n");

    public void Dispose() => File.Delete(log);

    [Fact]
    public async Task A_good_replay_ends_with_its_figures_and_zero()
    {
        await using var server = await FakeServer.StartAsync();
        var (code, json) = await RunAsync(["replay", "--data", log, "--classrooms", "2", "--to", server.Address.ToString(), "--key", "k"]);
        Assert.Equal(0, code);
        Assert.Equal(("replay", true, 3, 2), (
            json.GetProperty("command").GetString(), json.GetProperty("ok").GetBoolean(), json.GetProperty("sent").GetInt32(),
            json.GetProperty("classrooms").GetInt32()));
        Assert.Equal(3, json.GetProperty("server").GetProperty("after").GetInt32());
    }

    [Fact]
    public async Task A_count_that_differs_ends_with_one()
    {
        await using var server = await FakeServer.StartAsync();
        server.DropNextFrom = "replay-1-01";
        var (code, json) = await RunAsync(["replay", "--data", log, "--classrooms", "1", "--to", server.Address.ToString(), "--key", "k"]);
        Assert.Equal(1, code);
        Assert.Equal("replay-1-01", json.GetProperty("differences")[0].GetProperty("classroom").GetString());
    }

    [Fact]
    public async Task A_ledger_has_a_line_for_each_acknowledged_answer()
    {
        await using var server = await FakeServer.StartAsync();
        var ledger = Path.GetTempFileName();
        await RunAsync(["replay", "--data", log, "--classrooms", "2", "--to", server.Address.ToString(), "--key", "k", "--ledger", ledger]);
        var lines = await File.ReadAllLinesAsync(ledger);
        File.Delete(ledger);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, static line => Assert.Matches(@"^replay-1-s[12]\.[0-9a-f]{16},[12],[0-9a-f]{16}$", line));
    }

    [Fact]
    public async Task What_goes_wrong_before_sending_is_one_object_too()
    {
        var (code, json) = await RunAsync(["load", "--students", "3", "--rate", "1", "--seconds", "1", "--to", "http://127.0.0.1:1", "--key", "k", "--patience", "0"]);
        Assert.Equal(1, code);
        Assert.Contains("not available", json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_over_the_hub_is_counted()
    {
        await using var server = await FakeServer.StartAsync();
        var (code, json) = await RunAsync(["load", "--students", "4", "--rate", "20", "--seconds", "1", "--hub", "--to", server.Address.ToString(), "--key", "k"]);
        Assert.Equal(0, code);
        Assert.Equal(20, json.GetProperty("server").GetProperty("after").GetInt32());
        Assert.Equal(20, server.Waiting.Count);
    }

    [Theory]
    [InlineData("replay --data nowhere.csv --classrooms 2 --to http://localhost:1 --key k")]
    [InlineData("load --students 3 --rate 50000 --seconds 3600 --to http://localhost:1 --key k")]
    [InlineData("load --students 0 --rate 1 --seconds 1 --to http://localhost:1 --key k")]
    [InlineData("class --students 3 --classroom a/b --to http://localhost:1 --key k")]
    [InlineData("class --students 3 --to localhost --key k")]
    [InlineData("class --students 3 --minutes 1.2 --to http://localhost:1 --key k")]
    [InlineData("class --students many --to http://localhost:1 --key k")]
    public void Options_out_of_bounds_are_refused(string line) => Assert.NotEmpty(CommandLine.Create(OnTo(TextWriter.Null)).Parse(line).Errors);

    private static async Task<(int Code, JsonElement Json)> RunAsync(string[] arguments)
    {
        var output = new StringWriter();
        var code = await CommandLine.Create(OnTo(output)).Parse(arguments).InvokeAsync();
        using var json = JsonDocument.Parse(output.ToString().TrimEnd().Split('\n')[^1]);
        return (code, json.RootElement.Clone());
    }

    private static Stage OnTo(TextWriter output)
    {
        var time = new SteppedTime();
        return new Stage(output, new LineDisplay(output, time), time);
    }
}
