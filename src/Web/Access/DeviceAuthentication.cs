using System.Security.Claims;
using System.Text.Encodings.Web;
using LiveClass.Records.Joining;
using LiveClass.Records.Schools;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LiveClass.Web.Access;

/// <summary>Reads the token of a student's device or of a wall, from the same places as an API key. What it is for is asked by the rules.</summary>
internal sealed class DeviceAuthentication(
    DeviceTokenStore tokens, SchoolStore schools, LessonsNow lessons,
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Device";

    private static readonly object Ended = new();

    /// <summary>True where the request brings a device's token, valid or not.</summary>
    public static bool IsIn(HttpRequest request) => KeyAuthentication.SecretOf(request) is { } secret && DeviceTokenStore.IsSecret(secret);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyAuthentication.SecretOf(Request) is not { } secret) return AuthenticateResult.NoResult();
        if (tokens.Find(secret) is not { } token || schools.ByKey(token.School) is not { } school) return AuthenticateResult.Fail("There is no such token.");
        if (await lessons.WhyEndedAsync(token, Context.RequestAborted) is { } why)
        {
            Context.Items[Ended] = why;
            return AuthenticateResult.Fail("The token has ended.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new DeviceIdentity(token, school)), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        if (Context.Items.TryGetValue(Ended, out var why))
            return ProblemsHosting.AnswerAsync(Context, new Problem(ProblemCodes.TokenEnded, $"{ProblemCodes.TokenEnded.Sentence} ({why})"));
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
