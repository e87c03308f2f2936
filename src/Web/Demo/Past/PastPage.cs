using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Web.Demo.Past;

/// <summary>What one classroom gets at one moment of the past, on its way into the log.</summary>
internal sealed class PastPage(int partition, ClassroomKey classroom)
{
    private readonly ByteWriter commands = new(1024);
    private readonly ByteWriter answers = new(4096);
    private int commandCount;
    private int answerCount;
    private long lastCommand;

    /// <summary>Adds what records tell the classroom.</summary>
    public void Add(RecordsEntry entry)
    {
        EntryFormat.Write(commands, entry);
        commandCount++;
    }

    /// <summary>Adds a command.</summary>
    public void Add(Actor by, Func<CommandKey, ClassroomCommand> command, long ageMs = 0)
    {
        var key = new CommandKey(new UInt128((ulong)classroom.Value, (ulong)++lastCommand));
        EntryFormat.Write(commands, new CommandEntry(key, by, 0, ageMs, command(key)));
        commandCount++;
    }

    /// <summary>Adds an answer.</summary>
    public void Add(in Evidence evidence)
    {
        EntryFormat.Write(answers, evidence);
        answerCount++;
    }

    /// <summary>Appends what there is, commands first; gives the last position, 0 where there was nothing.</summary>
    public async Task<long> AppendAsync(IEventLog log)
    {
        var last = await AppendAsync(log, commands, commandCount);
        var beyond = await AppendAsync(log, answers, answerCount);
        (commandCount, answerCount) = (0, 0);
        return Math.Max(last, beyond);
    }

    private async Task<long> AppendAsync(IEventLog log, ByteWriter body, int count)
    {
        if (count == 0) return 0;
        var bytes = body.Written.ToArray();
        body.Clear();
        var appended = await log.AppendAsync(new LogAppend(partition, classroom, count, EntryFormat.Version, bytes, Priority: true));
        if (appended.Result != AppendResult.Appended) throw new InvalidOperationException("The rehearsal's log took nothing.");
        return appended.First + count - 1;
    }
}
