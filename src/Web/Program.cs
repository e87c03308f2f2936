using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Ingest;
using LiveClass.Web.Screens;
using LiveClass.Web.Start;

namespace LiveClass.Web;

/// <summary>The server.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) => await Verbs.RunAsync(args);

    /// <summary>The whole application, ready to run.</summary>
    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(Verbs.ApplicationOf(args));
        var options = builder.AddStart();
        builder.AddStores(options);
        builder.AddAccess(options);
        builder.AddBoards();
        builder.AddIngest();
        builder.AddScreens();

        var app = builder.Build();
        app.UseStart();
        app.UseAccess();
        app.MapAccess();
        app.MapIngest();
        app.MapScreens();
        return app;
    }
}
