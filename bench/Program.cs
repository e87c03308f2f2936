using System.CommandLine;
using LiveClass.Bench.Grains;
using LiveClass.Bench.Ingest;
using LiveClass.Bench.Latency;
using LiveClass.Bench.Mastery;
using LiveClass.Bench.Page;
using LiveClass.Bench.Recovery;
using LiveClass.Bench.Serving;

// One command a folder: each prints a table, and one JSON object as its last line.
var root = new RootCommand("Measures LiveClass: performance and accuracy, each against its limit in the same run.")
{
    MasteryCommand.Create(),
    GrainsCommand.Create(),
    IngestCommand.Create(),
    LatencyCommand.Create(),
    RecoveryCommand.Create(),
    PageCommand.Create(),
    Front.Create(),
};
return await root.Parse(args).InvokeAsync();
