using System.Runtime.InteropServices;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>Alone in the process: the limit holds for every file that anyone writes meanwhile.</summary>
[CollectionDefinition(nameof(FileSizeLimitTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(FileSizeLimitTests))]
public sealed class FileSizeLimitTests() : EngineContract(new SqliteHouse())
{
    protected override EngineOptions Options => new() { TailBytes = 0, RetryAtMost = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task A_write_that_the_system_refuses_is_unavailable_and_the_store_goes_on_when_it_may_write_again()
    {
        if (!OperatingSystem.IsLinux()) return; // the number of the limit is Linux's
        var health = (StoreHealth)Engine.Health;
        var kept = new List<string>();
        var before = Limit.Lower(3 << 20);
        try
        {
            for (var i = 0; health.Condition.Ready; i++)
            {
                Assert.True(i < 1_000, "the limit was never reached");
                var body = $"{Invariant(i)}-{new string('x', 30_000)}";
                if ((await Append(1, i % 3, body)).Result == AppendResult.Appended) kept.Add(body);
            }
            Assert.Contains("log.db", health.Condition.Detail, StringComparison.Ordinal);
            Assert.Equal(AppendResult.Unavailable, (await Append(1, 1, "not now")).Result);
        }
        finally
        {
            Limit.Set(before);
        }
        await health.UntilAsync(now => now.Ready).WaitAsync(Soon);
        Assert.Equal(AppendResult.Appended, (await Append(1, 1, "after")).Result);

        Assert.NotEmpty(kept);
        var bodies = (await ReadAll(1)).Select(block => Text(block.Body)).ToList();
        Assert.Equal(kept, bodies.Take(kept.Count));
        Assert.Equal("after", bodies[^1]);
        Assert.InRange(bodies.Count, kept.Count + 1, kept.Count + 2);
    }

    private static class Limit
    {
        private const int FileSize = 1; // RLIMIT_FSIZE

        public static Pair Lower(ulong bytes)
        {
            var now = new Pair();
            Assert.Equal(0, GetLimit(FileSize, ref now));
            Set(now with { Soft = bytes });
            return now;
        }

        public static void Set(Pair pair) => Assert.Equal(0, SetLimit(FileSize, in pair));

        [DllImport("libc", EntryPoint = "getrlimit")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int GetLimit(int resource, ref Pair limit);

        [DllImport("libc", EntryPoint = "setrlimit")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int SetLimit(int resource, in Pair limit);

        [StructLayout(LayoutKind.Sequential)]
        public record struct Pair(ulong Soft, ulong Hard);
    }
}
