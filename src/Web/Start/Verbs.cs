using LiveClass.Engine;
using LiveClass.Engine.Backup;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;
using LiveClass.Records;

namespace LiveClass.Web.Start;

/// <summary>What the command line asks for: to serve, or one of the verbs <c>backup</c> and <c>restore</c>.</summary>
internal static class Verbs
{
    private const string Usage = """
        LiveClass.Web [--lan] [SETTING …]     serve; a setting is written --Section:Key=value
        LiveClass.Web backup FILE [SETTING …]  copy the data into one file, also while a server uses it
        LiveClass.Web restore FILE [SETTING …] put a backup into an empty data directory
        """;

    /// <summary>Does it; the process's exit code. What the person at the machine can cure is one clear line, not a stack trace.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["--help" or "-h" or "help", ..] => Say(Usage),
                ["backup", { Length: > 0 } file, .. var settings] when file[0] != '-' => await BackupAsync(file, settings),
                ["restore", { Length: > 0 } file, .. var settings] when file[0] != '-' => await RestoreAsync(file, settings),
                [{ Length: > 0 } verb, ..] when verb[0] != '-' && !verb.Contains('=', StringComparison.Ordinal) => Complain($"There is no way to '{verb}', or it needs a FILE.{Environment.NewLine}{Usage}"),
                _ => await ServeAsync(args),
            };
        }
        catch (Exception error) when (IsForThePerson(error))
        {
            return Complain(error.Message);
        }
    }

    /// <summary>How the application is named and where it finds its files, however it is started.</summary>
    public static WebApplicationOptions ApplicationOf(string[] args) => new()
    {
        Args = Settings.Arguments(args),
        ApplicationName = typeof(Verbs).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    };

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Program.Create(args);
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> BackupAsync(string file, string[] settings)
    {
        var data = DataDirectoryOf(settings);
        await StoreBackup.BackupAsync(data, file, new Showing());
        Console.Error.WriteLine();
        return Say($"The data of {data} is in {Path.GetFullPath(file)}.");
    }

    private static async Task<int> RestoreAsync(string file, string[] settings)
    {
        var data = DataDirectoryOf(settings);
        await StoreBackup.RestoreAsync(file, data, new Showing());
        Console.Error.WriteLine();
        return Say($"{data} holds what {Path.GetFullPath(file)} held. Start the server over it.");
    }

    private static string DataDirectoryOf(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(ApplicationOf(settings));
        Settings.AddOwnFile(builder);
        return Settings.Read(builder.Configuration).DataDirectory;
    }

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }

    private static int Complain(string text)
    {
        Console.Error.WriteLine(text);
        return 2;
    }

    private static bool IsForThePerson(Exception error) => error
        is SettingsException or DataDirectoryHeldException or EngineOptionsException or NewerFormatException or StoreUnavailableException
        or BackupException or RecordsNewerException or RecordsUnavailableException or UnauthorizedAccessException
        || (error is IOException && error.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase));

    /// <summary>On a terminal a line a stage that fills; elsewhere a line a stage.</summary>
    private sealed class Showing : IProgress<BackupProgress>
    {
        private (string File, string Stage) last;

        public void Report(BackupProgress value)
        {
            var begins = last != (value.File, value.Stage);
            if (Console.IsErrorRedirected && !begins) return;
            if (begins && last.File is not null) Console.Error.WriteLine();
            last = (value.File, value.Stage);
            Console.Error.Write(Console.IsErrorRedirected ? $"{value.Stage} {value.File}" : $"\r{value.Stage} {value.File} {value.Fraction,4:P0}");
        }
    }
}
