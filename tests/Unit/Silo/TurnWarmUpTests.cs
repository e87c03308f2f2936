using LiveClass.Silo.Turns;

namespace LiveClass.Tests.Unit.Silo;

public sealed class TurnWarmUpTests
{
    [Fact]
    public void Every_turn_of_the_warm_up_runs_to_its_end() => TurnWarmUp.Run();
}
