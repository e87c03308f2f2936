using System.Runtime.CompilerServices;
using System.Security.Claims;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.ApiKeys;
using LiveClass.Records.Schools;

namespace LiveClass.Web.Access;

/// <summary>The callers behind API keys: one principal a key, shared by all its requests.</summary>
internal sealed class ApiKeys(ApiKeyStore store, SchoolStore schools)
{
    private readonly ConditionalWeakTable<ApiKeyRecord, ClaimsPrincipal> principals = [];

    /// <summary>The caller whom a secret opens; null where it opens none or was revoked.</summary>
    public ClaimsPrincipal? Find(ReadOnlySpan<char> secret) =>
        store.Find(secret) is { } key ? principals.GetValue(key, PrincipalOf) : null;

    private ClaimsPrincipal PrincipalOf(ApiKeyRecord key)
    {
        var school = schools.ByKey(key.School) ?? throw new InvalidOperationException($"The key {key.Number} belongs to no school.");
        var caller = new Caller(key.Name, school.Id, school.Key, new Actor(ActorKind.Key, key.Adult.Value), Role: null);
        return new ClaimsPrincipal(new KeyIdentity(caller, key.Scopes));
    }
}
