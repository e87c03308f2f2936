using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;
using LiveClass.Records;

namespace LiveClass.Web.Start;

/// <summary>What the command line asks for: to serve, or one of the verbs.</summary>
internal static class Verbs
{
    /// <summary>Does it; the process's exit code. What the person at the machine can cure is one clear line, not a stack trace.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Program.Create(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (IsForThePerson(error))
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
    }

    /// <summary>How the application is named and where it finds its files, however it is started.</summary>
    public static WebApplicationOptions ApplicationOf(string[] args) => new()
    {
        Args = Settings.Arguments(args),
        ApplicationName = typeof(Verbs).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    };

    private static bool IsForThePerson(Exception error) => error
        is SettingsException or DataDirectoryHeldException or EngineOptionsException or NewerFormatException or StoreUnavailableException
        or RecordsNewerException or RecordsUnavailableException
        || (error is IOException && error.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase));
}
