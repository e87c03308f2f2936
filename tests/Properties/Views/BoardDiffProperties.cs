using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Properties.Views;

public sealed class BoardDiffProperties
{
    private const int Seeds = 400;

    [Fact]
    public void Snapshot_and_delta_make_the_next_view_for_any_two_boards()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var boards = new RandomBoards(seed);
            Holds(seed, boards.Board(), boards.Board());
        }
    }

    [Fact]
    public void Snapshot_and_a_chain_of_deltas_make_the_last_view()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var boards = new RandomBoards(seed);
            var before = boards.Board();
            for (var turn = 0; turn < 5; turn++)
            {
                var after = boards.Changed(before);
                Holds(seed, before, after);
                before = after;
            }
        }
    }

    [Fact]
    public void A_board_that_differs_in_nothing_but_the_time_has_no_delta()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            // Two equal boards of different arrays: equality must be that of the content.
            var board = new RandomBoards(seed).Board();
            var same = Read(Written(board, ViewJson.Default.BoardView), ViewJson.Default.BoardView);
            Assert.True(BoardDiff.Between(board, same with { Now = new(1) }) is null, $"seed {seed}");
        }
    }

    private static void Holds(int seed, BoardView before, BoardView after)
    {
        var delta = BoardDiff.Between(before, after);
        var expected = Written(delta is null ? after with { Now = before.Now } : after, ViewJson.Default.BoardView);

        // Through JSON, as a screen gets it: what is absent must stay absent, and null must stay null.
        var received = delta is null ? null : Read(Written(delta, ViewJson.Default.DeltaView), ViewJson.Default.DeltaView);
        var actual = received is null ? before : BoardDiff.Apply(before, received);
        Assert.True(expected == Written(actual, ViewJson.Default.BoardView), $"seed {seed}: {Written(before, ViewJson.Default.BoardView)}\n→ {expected}");
    }

    private static string Written<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;
}
