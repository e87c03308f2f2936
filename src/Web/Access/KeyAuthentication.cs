using System.Text.Encodings.Web;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LiveClass.Web.Access;

/// <summary>Reads an API key from <c>Authorization: Bearer</c>, or from SignalR's access token on a hub.</summary>
internal sealed class KeyAuthentication(
    ApiKeys keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Key";

    private const string Prefix = "Bearer ";

    /// <summary>True where the request brings a key, valid or not.</summary>
    public static bool IsIn(HttpRequest request) => SecretOf(request) is not null;

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        SecretOf(Request) is not { } secret ? AuthenticateResult.NoResult()
        : keys.Find(secret) is { } user ? AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName))
        : AuthenticateResult.Fail("There is no such key."));

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The secret that a request brings; null where it brings none.</summary>
    internal static string? SecretOf(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 1 && header[0] is { } value && value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return value[Prefix.Length..].Trim();
        if (header.Count > 0) return "";
        return WebPaths.IsHub(request) && request.Query.TryGetValue("access_token", out var token) && token.Count == 1
            ? token[0]
            : null;
    }
}
