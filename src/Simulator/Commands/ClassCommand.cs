using System.CommandLine;
using LiveClass.Simulator.Class;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Commands;

/// <summary><c>class</c>: students with hidden abilities who do what their next-step card says.</summary>
internal static class ClassCommand
{
    public static Command Create(Stage stage)
    {
        var server = new ServerOptions();
        var students = NumberOption.Between("--students", "Students of the class", 1, 200);
        var minutes = NumberOption.Between("--minutes", "How long the class lasts, by its own clock", 1, 600, 10);
        var tempo = NumberOption.Between("--tempo", "Seconds of the class in one second; thinking times sent are the class's own", 1, 100, 1);
        var classroom = NumberOption.Word("--classroom", "The classroom's id; it is made, or brought to this class.", "sim-class");
        var seed = NumberOption.Between("--seed", "Seed of abilities and behaviour", 0, int.MaxValue, 1);
        var command = new Command("class", "Lets a class of students with hidden abilities do what their next-step cards say.") { students, minutes, tempo, classroom, seed };
        server.AddTo(command);
        command.SetRun(stage, async (result, display, cancellation) =>
        {
            var time = stage.Time;
            var options = new ClassOptions(
                result.GetRequiredValue(classroom), RunName.Now(time), result.GetValue(students), TimeSpan.FromMinutes(result.GetValue(minutes)),
                result.GetValue(tempo), result.GetValue(seed));
            using var client = new ServerClient(server.Server(result), server.Key(result), 16);
            using var path = new HttpPath(client, 12);
            var run = new ClassRun(client, server.Patience(result, stage.Time, options.Seed), path, time);
            // A student answers about three times a minute; the bar shows answers, and may end a little before or after its end.
            return await display.ShowAsync("class", options.Students * (long)options.Length.TotalMinutes * 3, progress => run.RunAsync(options, progress, cancellation));
        });
        return command;
    }
}
