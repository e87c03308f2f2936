using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Class;

/// <summary>A student of a simulated class: reads its card, does what the card says, and sends what came of it.</summary>
public sealed class SimulatedStudent
{
    private readonly StudentTools room;
    private readonly string source;
    private readonly Temperament temperament;
    private readonly HiddenAbility ability;
    private long sequence;
    private int wrongInARow;
    private bool handUp;

    /// <summary>Draws a student from a seed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its place on the roster.</param>
    /// <param name="source">Its outbox in this run.</param>
    /// <param name="seed">The class's seed.</param>
    /// <param name="room">What it does its work with.</param>
    public SimulatedStudent(string id, int number, string source, int seed, StudentTools room)
    {
        Id = id;
        this.source = source;
        this.room = room;
        var random = new Random(unchecked((seed * 100_003) + number));
        ability = new HiddenAbility(random);
        temperament = new Temperament(random, number);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Comes in, then works card by card until the lesson is over.</summary>
    public async Task LiveAsync(CancellationToken over)
    {
        await room.WaitAsync(temperament.Arrival, over);
        await room.CommandAsync(new CommandBody { Type = "markPresence", Student = Id, Presence = "here" }, over);
        while (true)
        {
            var line = await room.Feed.AfterAsync(Id, room.Now, over);
            await FollowAsync(line?.NextStep, over);
        }
    }

    private Task FollowAsync(BoardNextStep? card, CancellationToken over) => card switch
    {
        { Kind: "practice" or "review" or "check" or "exitTicket", Item: { } item } when InventedProgression.SkillOf(item) is { } skill =>
            AnswerAsync(card.Kind, skill, item, over),
        { Kind: "goToStation", Where: { } where } => room.CommandAsync(new CommandBody { Type = "moveToStation", Student = Id, Station = where }, over),
        { Kind: "choose", Options: [var first, ..] } => room.CommandAsync(new CommandBody { Type = "chooseNextStep", Student = Id, Choice = first }, over),
        { Kind: "workOnPaper" } => WorkOnPaperAsync(over),
        _ => Task.CompletedTask,
    };

    private async Task AnswerAsync(string kind, InventedSkill skill, string item, CancellationToken over)
    {
        var approach = temperament.Next();
        await room.WaitAsync(approach.Pause + approach.Thinking, over);
        var right = temperament.Succeeds(ability.ChanceOfRight(skill, item, approach.Trying));
        ability.Learn(skill, right, approach.Trying);
        await room.AnswerAsync(new EvidenceItem
        {
            Source = source,
            Sequence = ++sequence,
            Classroom = room.Classroom,
            Student = Id,
            Item = item,
            Skills = [skill.Id],
            Score = right ? 1 : 0,
            Kind = kind is "check" or "exitTicket" ? "formative" : "practice",
            DurationMs = (int)approach.Thinking.TotalMilliseconds,
        });
        wrongInARow = right ? 0 : wrongInARow + 1;
        await AskAsync(right, over);
    }

    private async Task AskAsync(bool right, CancellationToken over)
    {
        var raises = !handUp && temperament.Asks(wrongInARow);
        var lowers = handUp && right;
        if (!raises && !lowers) return;
        handUp = raises;
        await room.CommandAsync(new CommandBody { Type = raises ? "raiseHand" : "lowerHand", Student = Id }, over);
    }

    private async Task WorkOnPaperAsync(CancellationToken over)
    {
        await room.WaitAsync(temperament.Next().Thinking * 4, over);
        await room.CommandAsync(new CommandBody { Type = "paperDone", Student = Id }, over);
    }
}
