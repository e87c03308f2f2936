using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// Bytes that are not what the format says are refused, and nothing else happens: no other exception, no endless loop, no memory
/// out of proportion. A failure prints its seed.
/// </summary>
public sealed class FormatFuzzTests
{
    private const int Rounds = 6_000;
    private const long MostBytes = 8 * 1024 * 1024;

    [Theory]
    [InlineData("log.bin", 1)]
    [InlineData("log.bin", 2)]
    public void Entries_refuse_what_they_cannot_read(string file, int seed) => Fuzz(file, seed, static bytes =>
    {
        var entries = new EntryCursor(bytes, 1);
        while (entries.MoveNext())
        {
            try
            {
                GoldenEntries.Read(entries.Current);
            }
            catch (Exception e) when (e is FormatViolationException or JsonException)
            {
                // One entry that cannot be read does not end the block.
            }
        }
    });

    [Theory]
    [InlineData("journal.bin", 3)]
    [InlineData("journal.bin", 4)]
    public void The_fold_refuses_what_it_cannot_read(string file, int seed) =>
        Fuzz(file, seed, static bytes => ClassroomFold.Apply(new ClassroomState(new ClassroomKey(1)), EventFormat.Version, bytes));

    [Theory]
    [InlineData("checkpoint.bin", 5)]
    [InlineData("checkpoint.bin", 6)]
    public void A_checkpoint_that_cannot_be_read_is_refused(string file, int seed) =>
        Fuzz(file, seed, static bytes => CheckpointFormat.Read(new ClassroomKey(1), CheckpointFormat.Version, bytes));

    [Fact]
    public void A_truncated_golden_file_is_refused_at_every_length()
    {
        var checkpoint = GoldenFileTests.Read("checkpoint.bin");
        for (var length = 0; length < checkpoint.Length; length++)
        {
            var refusal = Record.Exception(() => CheckpointFormat.Read(new ClassroomKey(1), CheckpointFormat.Version, checkpoint.AsSpan(0, length)));
            Assert.True(refusal is FormatViolationException or JsonException, $"length {length}: {refusal}");
        }
    }

    private static void Fuzz(string file, int seed, Action<byte[]> read)
    {
        var random = new Random(seed);
        var golden = GoldenFileTests.Read(file);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutation.Of(golden, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(bytes);
            }
            catch (Exception e) when (e is FormatViolationException or JsonException)
            {
                // Refused.
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, round {round}: {e}\n{Convert.ToBase64String(bytes)}");
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostBytes, $"seed {seed}, round {round}: {allocated} bytes were allocated for {bytes.Length}");
        }
    }
}
