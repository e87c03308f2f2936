using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Turns;

namespace LiveClass.Tests.Unit.Silo;

public sealed class TurnAllocationTests
{
    private const int Answers = 4_000;

    [Fact]
    public void A_turn_of_an_answer_allocates_nothing_once_the_classroom_is_warm()
    {
        var room = new ClassroomDriver();
        room.StartLesson(1);
        var desk = new TurnDesk();
        var runner = new TurnRunner(desk);
        var grains = room.NewGrains(desk);
        var position = grains.State.Version;
        var entries = Enumerable.Range(1, Answers).Select(Answer).ToArray();
        Run(0, Answers / 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(Answers / 2, Answers);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Answers, grains.State.Counts.Evidence);

        void Run(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                position++;
                var outcome = runner.Run(grains, position, room.Now + TimeSpan.FromSeconds(i), entries[i]);
                if (outcome.Kind != OutcomeKind.Accepted) throw new InvalidOperationException(outcome.ToString());
            }
        }
    }

    private static byte[] Answer(int n)
    {
        var to = new ByteWriter();
        EntryFormat.Write(to, new Evidence
        {
            Source = new SourceKey(10 + (n % 3)),
            Sequence = (n + 2) / 3,
            BodyHash = (uint)n,
            Student = new StudentKey((n % 3) + 1),
            Item = new ItemKey((n % 9) + 1),
            Skills = SkillSet.Of(new SkillKey((n % 9 / 3) + 1)),
            Score = n % 7 == 0 ? .5f : n % 2,
            Attempt = 1,
            DurationMs = 1_000 + n,
        });
        var entry = new EntryCursor(to.Written, 1);
        entry.MoveNext();
        return entry.Current.ToArray();
    }
}
