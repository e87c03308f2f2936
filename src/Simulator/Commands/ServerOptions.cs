using System.CommandLine;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Commands;

/// <summary>The options that every command has: which server, which key, how patient.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string> to = new("--to") { Description = "The server's address, as http://localhost:5080.", Required = true };

    private readonly Option<string?> key = new("--key")
    {
        Description = "An API key with evidence:write boards:read commands:write roster:write. Without it LIVECLASS_KEY is taken from the environment.",
    };

    private readonly Option<int> patience = new("--patience")
    {
        Description = "Seconds for which a batch is sent again while the server is away, busy or killed.",
        DefaultValueFactory = static _ => 120,
    };

    public ServerOptions()
    {
        to.Validators.Add(static result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                result.AddError("--to needs an http or https address.");
        });
        patience.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 86_400) result.AddError("--patience is 0 to 86400 seconds.");
        });
    }

    public void AddTo(Command command)
    {
        command.Add(to);
        command.Add(key);
        command.Add(patience);
    }

    /// <summary>The address, always with a slash at its end so that paths are added to it.</summary>
    public Uri Server(ParseResult result) => new(result.GetRequiredValue(to).TrimEnd('/') + "/");

    /// <summary>The key.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string Key(ParseResult result) =>
        result.GetValue(key) ?? Environment.GetEnvironmentVariable("LIVECLASS_KEY")
        ?? throw new InvalidDataException("Give an API key by --key or in LIVECLASS_KEY.");

    public Patience Patience(ParseResult result, TimeProvider time, int seed) => new(
        PatienceOptions.Default with { Longest = TimeSpan.FromSeconds(result.GetValue(patience)) }, time, seed);
}
