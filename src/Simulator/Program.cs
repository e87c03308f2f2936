using System.CommandLine;
using LiveClass.Simulator.Commands;

return await new RootCommand("Plays students against a running LiveClass server, and says honestly what came of it.")
{
    ReplayCommand.Create(),
    ClassCommand.Create(),
    LoadCommand.Create(),
}.Parse(args).InvokeAsync();
