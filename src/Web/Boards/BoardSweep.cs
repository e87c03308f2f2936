using LiveClass.Engine;
using LiveClass.Web.Start;

namespace LiveClass.Web.Boards;

/// <summary>Gives up boards that nobody looks at, every few seconds.</summary>
internal sealed class BoardSweep(LiveBoards boards, Scheduling scheduling) : RegularWork(scheduling, TimeSpan.FromSeconds(5))
{
    protected override async Task WorkAsync(CancellationToken stop) => await boards.SweepAsync();
}
