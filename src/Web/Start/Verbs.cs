namespace LiveClass.Web.Start;

/// <summary>What the command line asks for: to serve, or one of the verbs.</summary>
internal static class Verbs
{
    /// <summary>Does it; the process's exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Program.Create(args);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException error)
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
    };
}
