using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Bench.Grains;

/// <summary>
/// Students who answer: two times of three what their card asks, else something of another app, so that skills are gained and lost
/// and the mix of turns stays the same for as long as one plays. Each answers every 20 seconds on average, in random order.
/// </summary>
internal sealed class Devices
{
    private const double SecondsBetween = 20;
    private readonly BareWorld world;
    private readonly Random random;
    private readonly long[] sequences;
    private double milliseconds;

    public Devices(BareWorld world, int seed, Instant from)
    {
        this.world = world;
        random = new Random(seed);
        sequences = new long[world.Rooms.Length * SchoolShape.Students];
        milliseconds = from.Milliseconds;
    }

    public Instant Now => new((long)milliseconds);

    public long[] Sequences => sequences;

    /// <summary>Goes on where copied classrooms stand.</summary>
    public void GoOnAfter(Templates templates)
    {
        for (var i = 0; i < sequences.Length; i++)
            sequences[i] = templates.SequenceOf(i / SchoolShape.Students, i % SchoolShape.Students);
    }

    /// <summary>Fills a stream, playing it on this world's own classrooms as it goes.</summary>
    public void Fill(AnswerStream stream)
    {
        stream.Clear();
        var between = SecondsBetween * 1000 / sequences.Length;
        for (var i = 0; i < stream.Capacity; i++)
        {
            milliseconds += between;
            var who = random.Next(sequences.Length);
            var room = who / SchoolShape.Students;
            var evidence = Draw(world.Rooms[room], who % SchoolShape.Students, ++sequences[who]);
            var line = world.Rooms[room].Place(room, Now, evidence);
            stream.Add(line);
            BareWorld.Answer(world.Rooms[room], line);
        }
    }

    private Evidence Draw(BareRoom room, int student, long sequence)
    {
        var card = room.Students[student].NextStep.Item;
        var ofCard = card.Value != 0 && random.Next(3) > 0;
        var item = ofCard ? card : new ItemKey(random.Next(SchoolShape.Items) + 1);
        return new Evidence
        {
            Source = new SourceKey(student + 1),
            Sequence = sequence,
            BodyHash = (uint)random.Next(),
            Student = new StudentKey(student + 1),
            Item = item,
            Skills = SkillSet.Of(SchoolShape.SkillOf(item)),
            Score = random.NextDouble() < (ofCard ? .65 : .4) ? 1 : 0,
            Kind = EvidenceKind.Practice,
            Attempt = 1,
            DurationMs = 2000 + random.Next(20_000),
            AgeMs = random.Next(400),
        };
    }
}
