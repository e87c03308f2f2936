using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.ApiKeys;

/// <summary>An API key without its secret.</summary>
/// <param name="Number">Its number, by which it is listed and revoked.</param>
/// <param name="Adult">Who its commands count as (<c>Actor(ActorKind.Key, Adult.Value)</c>).</param>
/// <param name="School">The one school that it opens.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Configured">It comes from the configuration, not from a screen.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Revoked">When it was revoked; none while it opens.</param>
public sealed record ApiKeyRecord(
    int Number, AdultKey Adult, SchoolKey School, string Name, ImmutableArray<string> Scopes, bool Configured, Instant Created, Instant Revoked)
{
    /// <summary>True when it has a scope.</summary>
    public bool Has(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}

/// <summary>A new API key; its secret is shown this once and is kept nowhere.</summary>
public sealed record NewApiKey(ApiKeyRecord Key, string Secret);

/// <summary>A key of the configuration. A secret should be at least 16 characters.</summary>
public sealed record ConfiguredApiKey(SchoolKey School, string Name, string Secret, ImmutableArray<string> Scopes);
