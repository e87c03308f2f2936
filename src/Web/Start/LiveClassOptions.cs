namespace LiveClass.Web.Start;

/// <summary>The settings under <c>LiveClass</c>. Checked at start by <see cref="OptionsCheck"/>.</summary>
internal sealed class LiveClassOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "LiveClass";

    /// <summary>Where everything is kept; relative to the working folder.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Make and play the demo school; where not set, in Development with empty data.</summary>
    public bool? Demo { get; set; }

    /// <summary>The school's time zone, such as <c>Europe/Madrid</c>; the machine's where not set.</summary>
    public string? TimeZone { get; set; }

    /// <summary>How the live plane and the store run.</summary>
    public EngineKind Engine { get; set; } = EngineKind.Embedded;

    /// <summary>How long changes of a board are gathered before they are sent; 0 to 5 s.</summary>
    public TimeSpan BoardInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Keys from configuration. Those that admins make are in Records.</summary>
    public List<ConfiguredKey> ApiKeys { get; } = [];

    /// <summary>Listen on every address of the machine, for devices in the room.</summary>
    public bool Lan { get; set; }

    /// <summary>Serve HTTPS with this certificate.</summary>
    public CertificateFiles? Certificate { get; set; }

    /// <summary>How much each caller may ask for.</summary>
    public EntryLimitOptions Limits { get; set; } = new();
}

/// <summary>How the live plane and the store run.</summary>
internal enum EngineKind
{
    /// <summary>Everything in this process, on SQLite.</summary>
    Embedded,

    /// <summary>Over PostgreSQL and Redis.</summary>
    Cluster,
}

/// <summary>An API key from configuration.</summary>
internal sealed class ConfiguredKey
{
    /// <summary>What people call it; logs and audit show it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The secret that callers send.</summary>
    public string Key { get; set; } = "";

    /// <summary>What it may do, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The id of the school that it belongs to.</summary>
    public string School { get; set; } = "school";

    /// <summary>True where the secret could be guessed.</summary>
    public bool IsWeak => Key.Length < 16;

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Name} ({Scopes}) of {School}";
}

/// <summary>PEM files of a certificate.</summary>
internal sealed class CertificateFiles
{
    /// <summary>The certificate and its chain.</summary>
    public string Pem { get; set; } = "";

    /// <summary>Its private key; the same file where left out.</summary>
    public string? Key { get; set; }
}

/// <summary>How many requests one caller may make: a bucket that refills.</summary>
internal sealed class EntryLimitOptions
{
    /// <summary>Deliveries of evidence a second and key.</summary>
    public int EvidencePerSecond { get; set; } = 50_000;

    /// <summary>Commands a second and key or person.</summary>
    public int CommandsPerSecond { get; set; } = 500;

    /// <summary>Everything else that a key or a person asks for, a second.</summary>
    public int OthersPerSecond { get; set; } = 500;

    /// <summary>Requests a second and address without a key or cookie.</summary>
    public int AnonymousPerSecond { get; set; } = 200;

    /// <summary>Wrong class codes a minute and address. Right ones count for nothing.</summary>
    public int FailedCodesPerMinute { get; set; } = 60;

    /// <summary>Tries to sign in a minute and address.</summary>
    public int SignInsPerMinute { get; set; } = 20;
}
