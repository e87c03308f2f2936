using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace LiveClass.Web.Start;

/// <summary>Settings that are wrong: what, and the cure. The process ends before it listens.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));

/// <summary>Reads the settings once, at start.</summary>
internal static class Settings
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal) { ["--lan"] = "--LiveClass:Lan=true" };

    /// <summary>Arguments as the settings know them: <c>--lan</c> is short for its setting.</summary>
    public static string[] Arguments(string[] args) => [.. args.Select(a => Switches.GetValueOrDefault(a, a))];

    /// <summary>Reads <c>appsettings.json</c> of the working folder too: under the environment and the command line, over what we ship.</summary>
    public static void AddOwnFile(WebApplicationBuilder builder)
    {
        var own = Path.GetFullPath("appsettings.json");
        if (!File.Exists(own) || string.Equals(Path.GetDirectoryName(own), Path.TrimEndingDirectorySeparator(builder.Environment.ContentRootPath), StringComparison.Ordinal)) return;
        var sources = builder.Configuration.Sources;
        var shipped = sources.OfType<JsonConfigurationSource>().LastOrDefault();
        var source = new JsonConfigurationSource { Path = Path.GetFileName(own), FileProvider = new PhysicalFileProvider(Path.GetDirectoryName(own)!) };
        sources.Insert(shipped is null ? 0 : sources.IndexOf(shipped) + 1, source);
    }

    /// <summary>Reads and checks what stands under <c>LiveClass</c>.</summary>
    /// <exception cref="SettingsException">Something is wrong.</exception>
    public static LiveClassOptions Read(IConfiguration configuration)
    {
        var options = new LiveClassOptions();
        try
        {
            configuration.GetSection(LiveClassOptions.Section).Bind(options);
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException([$"A setting under LiveClass cannot be read: {error.Message}"]);
        }

        var problems = OptionsCheck.Problems(options);
        if (problems.Count > 0) throw new SettingsException(problems);
        options.DataDirectory = Path.GetFullPath(options.DataDirectory);
        return options;
    }
}
