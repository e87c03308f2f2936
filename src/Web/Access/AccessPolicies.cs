using System.Security.Claims;
using LiveClass.Records.Accounts;
using LiveClass.Records.Joining;
using Microsoft.AspNetCore.Authorization;

namespace LiveClass.Web.Access;

/// <summary>The rules that a route, page or hub method can have. One without a rule is refused to everybody.</summary>
internal static class AccessPolicies
{
    /// <summary>A key that may deliver answers, or a student's outbox for itself. No person's cookie may.</summary>
    public const string EvidenceWrite = "evidence:write";

    /// <summary>A key that may read boards, or an adult. Which ones is asked of <see cref="CallerRooms"/>, here and below.</summary>
    public const string BoardsRead = "boards:read";

    /// <summary>A key that may command, or an adult.</summary>
    public const string CommandsWrite = "commands:write";

    /// <summary>A key that may change rosters, or an admin.</summary>
    public const string RosterWrite = "roster:write";

    /// <summary>A key that may read records, or an adult.</summary>
    public const string RecordsRead = "records:read";

    /// <summary>Who may deliver over the hub: a key that may, a student's outbox for itself, and a student's device for the same outbox while the lesson runs.</summary>
    public const string Submit = "submit";

    /// <summary>Who may watch a board: a key that may read boards, an adult, a student's device its own view, a wall its lesson's.</summary>
    public const string Watch = "watch";

    /// <summary>Who may command: a key that may, an adult, a student's device for itself.</summary>
    public const string Command = "command";

    /// <summary>A device that has joined a lesson which runs: a student's, or a wall.</summary>
    public const string DeviceOfLesson = "device:lesson";

    /// <summary>A wall whose lesson runs.</summary>
    public const string Wall = "device:wall";

    /// <summary>Who may see the forms of items: a student's device, an adult, a key that may read boards.</summary>
    public const string Forms = "forms";

    /// <summary>An adult who is signed in.</summary>
    public const string Adult = "adult";

    /// <summary>An adult who has classes: a teacher or an admin.</summary>
    public const string Teacher = "teacher";

    /// <summary>An admin who is signed in.</summary>
    public const string Admin = "admin";

    /// <summary>Any key, device or adult: what they may do is asked by each method.</summary>
    public const string AnyCaller = "any";

    /// <summary>Adds the rules, and the one for whatever has none.</summary>
    public static void Add(AuthorizationOptions options)
    {
        Rule(options, EvidenceWrite, user => HasScope(user, Scopes.EvidenceWrite) || IsDevice(user, DeviceTokenKind.Deliver));
        Rule(options, BoardsRead, user => HasScope(user, Scopes.BoardsRead) || IsAdult(user));
        Rule(options, CommandsWrite, user => HasScope(user, Scopes.CommandsWrite) || IsAdult(user));
        Rule(options, RosterWrite, user => HasScope(user, Scopes.RosterWrite) || IsAdmin(user));
        Rule(options, RecordsRead, user => HasScope(user, Scopes.RecordsRead) || IsAdult(user));
        Rule(options, Submit, user => HasScope(user, Scopes.EvidenceWrite) || IsDevice(user, DeviceTokenKind.Deliver) || IsDevice(user, DeviceTokenKind.Read));
        Rule(options, Watch, user => HasScope(user, Scopes.BoardsRead) || IsAdult(user) || IsDevice(user, DeviceTokenKind.Read) || IsDevice(user, DeviceTokenKind.Wall));
        Rule(options, Command, user => HasScope(user, Scopes.CommandsWrite) || IsAdult(user) || IsDevice(user, DeviceTokenKind.Read));
        Rule(options, DeviceOfLesson, user => IsDevice(user, DeviceTokenKind.Read) || IsDevice(user, DeviceTokenKind.Wall));
        Rule(options, Wall, user => IsDevice(user, DeviceTokenKind.Wall));
        Rule(options, Forms, user => HasScope(user, Scopes.BoardsRead) || IsAdult(user) || IsDevice(user, DeviceTokenKind.Read));
        Rule(options, Adult, IsAdult);
        Rule(options, Teacher, user => Has(user, AdultRole.Teacher) || IsAdmin(user));
        Rule(options, Admin, IsAdmin);
        Rule(options, AnyCaller, user => user.Identity is KeyIdentity or DeviceIdentity || IsAdult(user));

        // What matches no route of ours holds nothing to protect: it goes on to its 404 or 405.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
        options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    private static void Rule(AuthorizationOptions options, string name, Func<ClaimsPrincipal, bool> holds) =>
        options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => holds(asked.User)));

    private static bool HasScope(ClaimsPrincipal user, string scope) => user.HasClaim(ClaimNames.Scope, scope);

    private static bool IsDevice(ClaimsPrincipal user, DeviceTokenKind kind) => user.Identity is DeviceIdentity device && device.Token.Kind == kind;

    private static bool IsAdult(ClaimsPrincipal user) => user.HasClaim(c => c.Type == ClaimNames.Adult);

    private static bool IsAdmin(ClaimsPrincipal user) => Has(user, AdultRole.Admin);

    private static bool Has(ClaimsPrincipal user, AdultRole role) => IsAdult(user) && user.HasClaim(ClaimNames.Role, role.ToString());
}
