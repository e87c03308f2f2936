using LiveClass.Simulator.Commands;

return await CommandLine.Create(Stage.OfConsole()).Parse(args).InvokeAsync();
