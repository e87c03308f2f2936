using System.Net;
using System.Reflection;
using System.Security.Claims;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using LiveClass.Web.Hubs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>Every route, page and hub method has a rule here, and keeps it. A new one without a rule fails.</summary>
[Collection(ServerSuite.Name)]
public sealed class RightsTests(RunningServer server)
{
    internal const string Anyone = "anyone";

    /// <summary>The framework's own way to assets that were built since it started: files of wwwroot, for everybody.</summary>
    private const string BuiltAssets = "/{**path:file}";

    /// <summary>The rules: who may. A scope's name also means adults, but for evidence; roster means admins.</summary>
    internal static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/evidence"] = Scopes.EvidenceWrite,
        ["GET /api/v1/classrooms"] = Scopes.BoardsRead,
        ["GET /api/v1/classrooms/{id}/board"] = Scopes.BoardsRead,
        ["GET /api/v1/classrooms/{id}/history"] = Scopes.RecordsRead,
        ["GET /api/v1/classrooms/{id}/journal"] = Scopes.RecordsRead,
        ["GET /api/v1/classrooms/{id}/notes"] = AccessPolicies.Adult,
        ["GET /api/v1/quarantine"] = Scopes.RecordsRead,
        ["PUT /api/v1/classrooms/{id}"] = Scopes.RosterWrite,
        ["PUT /api/v1/items"] = Scopes.RosterWrite,
        ["GET /api/v1/items/{id}/forms/{seed}"] = AccessPolicies.Forms,
        ["POST /api/v1/classrooms/{id}/commands"] = AccessPolicies.Command,
        ["GET /api/v1/classrooms/{id}/commands/{commandId}"] = AccessPolicies.Command,
        ["POST /api/v1/classrooms/{id}/coach"] = Scopes.CommandsWrite,
        ["GET /api/v1/classrooms/{id}/joining"] = Scopes.CommandsWrite,
        ["POST /api/v1/classrooms/{id}/joining/admit"] = Scopes.CommandsWrite,
        ["POST /api/v1/classrooms/{id}/joining/refuse"] = Scopes.CommandsWrite,
        ["POST /api/v1/classrooms/{id}/joining/remove"] = Scopes.CommandsWrite,
        ["POST /api/v1/classrooms/{id}/joining/walls"] = Scopes.CommandsWrite,
        ["POST /join"] = Anyone,
        ["POST /join/{lesson}"] = Anyone,
        ["GET /join/ahead"] = AccessPolicies.DeviceOfLesson,
        ["GET /join/me"] = AccessPolicies.DeviceOfLesson,
        ["GET /wall"] = Anyone,
        ["POST /wall/pairings"] = Anyone,
        ["POST /wall/claims"] = Anyone,
        ["GET /wall/code"] = AccessPolicies.Wall,
        ["POST /api/v1/classrooms/{id}/unpark"] = Scopes.CommandsWrite,
        ["POST /api/v1/quarantine/{id:long}/release"] = Scopes.CommandsWrite,
        ["POST /api/v1/quarantine/{id:long}/discard"] = Scopes.CommandsWrite,
        ["* /hubs/classroom"] = AccessPolicies.AnyCaller,
        ["* /hubs/classroom/negotiate"] = AccessPolicies.AnyCaller,
        ["GET /health/live"] = Anyone,
        ["GET /health/ready"] = Anyone,
        ["GET /openapi/{documentName}.json"] = Anyone,
        ["GET /sign-in"] = Anyone,
        ["POST /sign-in"] = Anyone,
        ["GET /sign-in/first"] = Anyone,
        ["POST /sign-in/first"] = Anyone,
        ["POST /language"] = Anyone,
        ["GET /invitation"] = Anyone,
        ["POST /invitation"] = Anyone,
        ["POST /sign-out"] = AccessPolicies.Adult,
        ["GET /account"] = AccessPolicies.Adult,
        ["POST /account"] = AccessPolicies.Adult,
        ["POST /account/password"] = AccessPolicies.Adult,
        ["POST /account/sign-out-everywhere"] = AccessPolicies.Adult,
        ["GET /admin/people"] = AccessPolicies.Admin,
        ["POST /admin/people"] = AccessPolicies.Admin,
        ["GET /admin/people/{number:int}"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}/classes"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}/invitation"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}/password"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}/disable"] = AccessPolicies.Admin,
        ["POST /admin/people/{number:int}/enable"] = AccessPolicies.Admin,
        ["GET /"] = AccessPolicies.Adult,
        ["GET /classrooms/{id}/live"] = AccessPolicies.Adult,
        ["GET /classes/new"] = AccessPolicies.Teacher,
        ["POST /classes/new"] = AccessPolicies.Teacher,
        ["GET /classes/{id}"] = AccessPolicies.Teacher,
        ["POST /classes/{id}"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/start"] = AccessPolicies.Teacher,
        ["GET /classes/{id}/students"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/students/add"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/students/rename"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/students/remove"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/students/return"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/students/accommodations"] = AccessPolicies.Teacher,
        ["GET /classes/{id}/skills"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/skills"] = AccessPolicies.Teacher,
        ["GET /classes/{id}/stations"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/stations"] = AccessPolicies.Teacher,
        ["GET /classes/{id}/plans"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/plans"] = AccessPolicies.Teacher,
        ["POST /classes/{id}/plans/remove"] = AccessPolicies.Teacher,
        ["GET /student"] = Anyone,
        ["GET /demo"] = Anyone,
        ["POST /demo/sign-in"] = Anyone,
        ["POST /demo/again"] = AccessPolicies.Teacher,
        ["POST /demo/remove"] = AccessPolicies.Teacher,
        ["POST /demo/try"] = AccessPolicies.Admin,
        ["GET /admin/keys"] = AccessPolicies.Admin,
        ["POST /admin/keys"] = AccessPolicies.Admin,
        ["POST /admin/keys/{number:int}/revoke"] = AccessPolicies.Admin,
    };

    private static readonly Dictionary<string, string> HubRules = new(StringComparer.Ordinal)
    {
        [nameof(ClassroomHub.Watch)] = AccessPolicies.Watch,
        [nameof(ClassroomHub.Unwatch)] = AccessPolicies.Watch,
        [nameof(ClassroomHub.Submit)] = AccessPolicies.Submit,
        [nameof(ClassroomHub.SubmitCommand)] = AccessPolicies.Command,
    };

    /// <summary>Routes that are not for everybody.</summary>
    internal static IEnumerable<string> Guarded => Rules.Where(rule => rule.Value != Anyone).Select(rule => rule.Key);

    public static TheoryData<string> All => [.. Rules.Keys];

    [Fact]
    public void Every_route_and_page_has_a_rule_here()
    {
        var routes = Routes().Select(r => r.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void Every_hub_method_has_a_rule_here_and_asks_for_it()
    {
        var methods = typeof(ClassroomHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.GetBaseDefinition() == m)
            .ToDictionary(m => m.Name, m => m.GetCustomAttribute<AuthorizeAttribute>()?.Policy ?? "none", StringComparer.Ordinal);

        Assert.Equal(HubRules.OrderBy(r => r.Key, StringComparer.Ordinal), methods.OrderBy(m => m.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_has_no_rule_is_refused_to_everybody()
    {
        using var scope = server.Services.CreateScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var asks = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var context = new DefaultHttpContext();
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/new"), 0, EndpointMetadataCollection.Empty, "new"));
        var everything = new ClaimsPrincipal(new ClaimsIdentity(
            [.. Scopes.All.Select(s => new Claim(ClaimNames.Scope, s)), new Claim(ClaimNames.Adult, "1"), new Claim(ClaimNames.Role, "Admin")], "test"));

        var fallback = await policies.GetFallbackPolicyAsync();

        Assert.False((await asks.AuthorizeAsync(everything, context, fallback!)).Succeeded);
        Assert.False((await asks.AuthorizeAsync(everything, context, await policies.GetDefaultPolicyAsync())).Succeeded);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_without_a_key_or_a_cookie_gets_in(string route)
    {
        using var nobody = server.Client(key: null);

        using var response = await nobody.SendAsync(Request(route));

        if (Rules[route] == Anyone) Assert.DoesNotContain(response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        else Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_key_that_does_not_exist_gets_nothing(string route)
    {
        using var guess = server.Client("guess-0123456789abcdef");

        using var response = await guess.SendAsync(Request(route));

        if (Rules[route] != Anyone) Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_key_gets_what_its_scope_says_and_no_more(string route)
    {
        foreach (var scope in Scopes.All)
        {
            using var client = server.Client(RunningServer.KeyOf(scope));

            using var response = await client.SendAsync(Request(route));

            var may = Rules[route] is Anyone or AccessPolicies.AnyCaller || Rules[route] == scope
                || (Rules[route] == AccessPolicies.Command && scope == Scopes.CommandsWrite)
                || (Rules[route] == AccessPolicies.Forms && scope == Scopes.BoardsRead);
            Assert.True(may != (response.StatusCode == HttpStatusCode.Forbidden), $"{scope} at {route}: {response.StatusCode}");
            Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_of_another_origin_changes_nothing_and_opens_no_hub(string route)
    {
        using var client = server.Client();
        var request = Request(route);
        request.Headers.Add("Origin", "https://evil.example");

        var (method, hub) = (request.Method, route.Contains("/hubs/", StringComparison.Ordinal));
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        var refused = response.StatusCode == HttpStatusCode.Forbidden && text.Contains("foreign-origin", StringComparison.Ordinal);
        Assert.Equal(hub || method != HttpMethod.Get, refused);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Our_own_origin_is_let_through(string route)
    {
        using var client = server.Client();
        var request = Request(route);
        request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));

        using var response = await client.SendAsync(request);

        var refused = response.StatusCode == HttpStatusCode.Forbidden && (await response.Content.ReadAsStringAsync()).Contains("foreign-origin", StringComparison.Ordinal);
        Assert.False(refused);
    }

    [Fact]
    public async Task A_key_of_another_school_sees_nothing_of_this_one()
    {
        var classroom = await server.NewClassroomAsync();
        using var elsewhere = server.Client(RunningServer.ElsewhereKey);

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/classrooms/{classroom}/board")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/classrooms/{classroom}/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/classrooms/{classroom}/journal")).StatusCode);
        Assert.Equal("unknown-classroom", (await elsewhere.CommandAsync(classroom, """{"type":"endLesson"}""")).Body.Code());
        Assert.DoesNotContain($"\"{classroom}\"", await elsewhere.GetStringAsync("/api/v1/classrooms"), StringComparison.Ordinal);
        var (_, delivered) = await elsewhere.DeliverAsync(Wire.Answer(classroom, $"{classroom}.x", 1));
        Assert.Equal("0:unknown-classroom", delivered.Counts().Rejected);
    }

    [Fact]
    public async Task Every_page_says_what_browsers_may_do_with_it()
    {
        using var nobody = server.Client(key: null);

        using var response = await nobody.GetAsync("/sign-in");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Routes() =>
        from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && Path(endpoint) != BuiltAssets
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        from method in methods
        where method != "HEAD"
        select ($"{method} {Path(endpoint)}", endpoint);

    private static string Path(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.Trim('/')}";

    /// <summary>A request to a route with something in each of its places.</summary>
    internal static HttpRequestMessage Request(string route, string id = "x")
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var filled = path.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{seed}", "1", StringComparison.Ordinal).Replace("{lesson}", "1.1", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal).Replace("{commandId}", "x", StringComparison.Ordinal);
        var request = new HttpRequestMessage(method == "*" ? HttpMethod.Get : new HttpMethod(method), filled);
        if (method is "POST" or "PUT") request.Content = path.StartsWith("/api", StringComparison.Ordinal) ? Wire.Json("{}") : new FormUrlEncodedContent([]);
        return request;
    }
}
