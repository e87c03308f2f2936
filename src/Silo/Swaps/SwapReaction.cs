using System.Buffers.Binary;
using System.Security.Cryptography;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Records.Joining;
using LiveClass.Records.Sources;
using LiveClass.Silo.Reactors;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Swaps;

/// <summary>
/// Does beside the turns what a swap of names asks for: the devices' tokens change hands, and the students' answers are counted anew and
/// appended as a command, which its turn refuses where a student has changed since. Then the same once more.
/// </summary>
public sealed partial class SwapReaction(
    SiloPorts ports, DeviceTokenStore tokens, SourceDirectory sources, ILogger<SwapReaction> logger) : IRareReaction
{
    private const int MostTries = 60;
    private const int ReadBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LooksFor = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<RareEvent> events, CancellationToken cancellation)
    {
        foreach (var (partition, classroom, position, e) in events)
        {
            if (e is not StudentsSwapped swapped) continue;
            await tokens.AssignAsync(classroom, swapped.Lesson, await sources.NamedAsync(swapped.Sources, cancellation), cancellation);
            await MoveAsync(partition, classroom, position, cancellation);
        }
    }

    private async Task MoveAsync(int partition, ClassroomKey classroom, long swap, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var move = SwapRecount.Of(classroom, await JournalAsync(classroom, cancellation), swap);
            if (move is null) return;
            await AppendAsync(partition, classroom, move, cancellation);
        }

        LogGivenUp(logger, partition, classroom.Value, swap);
    }

    private async Task<List<JournalBlock>> JournalAsync(ClassroomKey classroom, CancellationToken cancellation)
    {
        var blocks = new List<JournalBlock>();
        while (true)
        {
            var read = await ports.Journal.ReadClassroomAsync(classroom, blocks.Count == 0 ? 0 : blocks[^1].To, ReadBytes, cancellation);
            if (read.Count == 0) return blocks;
            blocks.AddRange(read);
        }
    }

    // What is about history alone goes first, so that the students come last and say that all is done.
    private async Task AppendAsync(int partition, ClassroomKey classroom, MoveAnswers move, CancellationToken cancellation)
    {
        var body = new ByteWriter();
        var chunks = move.Answers.Chunk(MoveAnswers.MostAnswers).ToArray();
        for (var n = 0; n < chunks.Length - 1; n++)
            EntryFormat.Write(body, EntryOf(classroom, move with { Students = [], Answers = [.. chunks[n]] }, n));
        EntryFormat.Write(body, EntryOf(classroom, move with { Answers = [.. chunks.LastOrDefault() ?? []] }, chunks.Length));
        var count = Math.Max(1, chunks.Length);
        var appended = await ports.Log.AppendAsync(new LogAppend(partition, classroom, count, EntryFormat.Version, body.WrittenMemory, Priority: true), cancellation);
        if (appended.Result != AppendResult.Appended)
        {
            await ports.Scheduling.Delay(LooksFor, cancellation);
            return;
        }

        var last = appended.First + count - 1;
        for (var waited = TimeSpan.Zero; waited < LooksFor; waited += LooksEvery)
        {
            if ((await ports.Journal.ReadClassroomAsync(classroom, last - 1, 1, cancellation)).Count > 0) return;
            await ports.Scheduling.Delay(LooksEvery, cancellation);
        }
    }

    private static CommandEntry EntryOf(ClassroomKey classroom, MoveAnswers move, int n)
    {
        Span<byte> named = stackalloc byte[24];
        BinaryPrimitives.WriteInt32LittleEndian(named, classroom.Value);
        BinaryPrimitives.WriteInt32LittleEndian(named[4..], n);
        BinaryPrimitives.WriteInt64LittleEndian(named[8..], move.Swap);
        BinaryPrimitives.WriteInt64LittleEndian(named[16..], move.AsOf);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(named, hash);
        return new CommandEntry(new CommandKey(BinaryPrimitives.ReadUInt128BigEndian(hash)), Actor.Clock, 0, 0, move);
    }

    [LoggerMessage(1, LogLevel.Error, "The answers that the swap at {Swap} in classroom {Classroom} of partition {Partition} moves could not be moved: the students kept answering. They stay where they are")]
    private static partial void LogGivenUp(ILogger logger, int partition, int classroom, long swap);
}
