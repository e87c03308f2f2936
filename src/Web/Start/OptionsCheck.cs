using LiveClass.Records;
using LiveClass.Web.Access;

namespace LiveClass.Web.Start;

/// <summary>Checks the settings at start. Each message names the key and the cure, and never shows a secret.</summary>
internal static class OptionsCheck
{
    private const string IdRule = "1 to 64 characters of A-Z a-z 0-9 . _ : -";

    /// <summary>What is wrong with the settings; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(LiveClassOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            problems.Add("LiveClass:DataDirectory is empty. Name a folder that this account may write to, or leave the setting out for 'data'.");
        if (options.Engine == EngineKind.Cluster)
            problems.Add("LiveClass:Engine is Cluster, which this version cannot run yet. Leave the setting out, or set it to Embedded.");
        if (options.BoardInterval < TimeSpan.Zero || options.BoardInterval > TimeSpan.FromSeconds(5))
            problems.Add("LiveClass:BoardInterval must lie between 00:00:00 and 00:00:05, for example 00:00:00.100.");
        if (options.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            problems.Add("LiveClass:TimeZone must be a zone that this machine knows, for example Europe/Madrid, or be left out for the machine's own.");
        CheckKeys(options.ApiKeys, problems);
        CheckCertificate(options.Certificate, problems);
        CheckLimits(options.Limits, problems);
        return problems;
    }

    private static void CheckKeys(List<ConfiguredKey> keys, List<string> problems)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var (key, at) = (keys[i], $"LiveClass:ApiKeys:{i}");
            if (!RecordId.IsName(key.Name))
                problems.Add($"{at}:Name must be 1 to 200 characters that say who uses it; it is shown instead of the key.");
            if (key.Key.Length is < 1 or > 200 || key.Key.Any(c => c is <= ' ' or > '~'))
                problems.Add($"{at}:Key must be 1 to 200 visible ASCII characters; make one with: openssl rand -hex 24.");
            if (!RecordId.IsValid(key.School))
                problems.Add($"{at}:School must be {IdRule}, or be left out for 'school'.");
            var unknown = Scopes.Split(key.Scopes).Where(s => !Scopes.All.Contains(s)).ToList();
            if (unknown.Count > 0 || Scopes.Split(key.Scopes).Length == 0)
                problems.Add($"{at}:Scopes must name one or more of: {string.Join(' ', Scopes.All)}{(unknown.Count > 0 ? $"; not: {string.Join(' ', unknown)}" : "")}.");
        }

        if (keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).Count() < keys.Count)
            problems.Add("LiveClass:ApiKeys has the same Key twice. Give each its own.");
        if (keys.Select(k => k.Name).Distinct(StringComparer.Ordinal).Count() < keys.Count)
            problems.Add("LiveClass:ApiKeys has the same Name twice. Give each its own.");
    }

    private static void CheckCertificate(CertificateFiles? certificate, List<string> problems)
    {
        if (certificate is null) return;
        if (!File.Exists(certificate.Pem))
            problems.Add("LiveClass:Certificate:Pem must name a PEM file with the certificate that this account may read.");
        if (certificate.Key is { } key && !File.Exists(key))
            problems.Add("LiveClass:Certificate:Key must name a PEM file with the private key that this account may read, or be left out where it is in the same file.");
    }

    private static void CheckLimits(EntryLimitOptions limits, List<string> problems)
    {
        foreach (var (name, value) in new[]
        {
            (nameof(limits.EvidencePerSecond), limits.EvidencePerSecond), (nameof(limits.CommandsPerSecond), limits.CommandsPerSecond),
            (nameof(limits.OthersPerSecond), limits.OthersPerSecond), (nameof(limits.AnonymousPerSecond), limits.AnonymousPerSecond),
            (nameof(limits.SignInsPerMinute), limits.SignInsPerMinute),
            (nameof(limits.FailedCodesPerMinute), limits.FailedCodesPerMinute),
        })
        {
            if (value is < 1 or > 10_000_000)
                problems.Add($"LiveClass:Limits:{name} must lie between 1 and 10000000.");
        }
    }
}
