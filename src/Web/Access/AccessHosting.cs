using LiveClass.Records.ApiKeys;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Access.Pages;
using LiveClass.Web.Problems;
using LiveClass.Web.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace LiveClass.Web.Access;

/// <summary>Who may come in, and how each entry is guarded.</summary>
internal static class AccessHosting
{
    private const string CallerScheme = "Caller";

    /// <summary>Adds cookies, keys, rules and limits.</summary>
    public static void AddAccess(this WebApplicationBuilder builder, LiveClassOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<FirstAdmin>();
        services.AddSingleton<CallerRooms>();
        services.AddAccounts();
        services.AddSingleton(provider => new EntryLimits(options.Limits, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ConfiguredKeys>();
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "liveclass-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.FormFieldName = "form-token";
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection()
            .SetApplicationName("LiveClass")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataDirectory, "keys")));
        services.AddAuthentication(CallerScheme)
            .AddPolicyScheme(CallerScheme, displayName: null, scheme => scheme.ForwardDefaultSelector = context =>
                DeviceAuthentication.IsIn(context.Request) ? DeviceAuthentication.SchemeName
                : KeyAuthentication.IsIn(context.Request) || WebPaths.IsApi(context.Request)
                    && !context.Request.Cookies.ContainsKey(CookieName) ? KeyAuthentication.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DeviceAuthentication.SchemeName, configureOptions: null)
            .AddCookie(Cookies);
        services.AddAuthorization(AccessPolicies.Add);
    }

    /// <summary>Guards every request: headers, origin, who it is, how much, whether it may.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.Use(ContentPolicy.InvokeAsync);
        app.UseRouting();
        app.Use(OriginCheck.InvokeAsync);
        app.UseAuthentication();
        app.UseMiddleware<EntryLimitsMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Maps signing in and out, accounts, people and keys.</summary>
    public static void MapAccess(this WebApplication app)
    {
        SignInRoutes.Map(app);
        InvitationRoutes.Map(app);
        AccountRoutes.Map(app);
        PeopleRoutes.Map(app);
        PersonRoutes.Map(app);
        KeyRoutes.Map(app);
    }

    private const string CookieName = "liveclass";

    private static void Cookies(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = AccountPrincipal.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    // A person who only opens a page is led to sign in; everybody else gets the status and its code.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method) && WebPaths.IsForPerson(context.Request))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Brings the keys of the configuration into Records before anything listens.</summary>
    private sealed class ConfiguredKeys(LiveClassOptions options, SchoolStore schools, ApiKeyStore keys) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var configured = new List<ConfiguredApiKey>();
            foreach (var key in options.ApiKeys)
            {
                var school = await schools.FindOrCreateAsync(key.School, cancellation: cancellationToken);
                configured.Add(new ConfiguredApiKey(school.Key, key.Name, key.Key, [.. Scopes.Split(key.Scopes)]));
            }

            await keys.ConfigureAsync(configured, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
