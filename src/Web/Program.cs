using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Classes;
using LiveClass.Web.Commands;
using LiveClass.Web.Demo;
using LiveClass.Web.Health;
using LiveClass.Web.Hubs;
using LiveClass.Web.Ingest;
using LiveClass.Web.Items;
using LiveClass.Web.Joining;
using LiveClass.Web.OpenApi;
using LiveClass.Web.Reading;
using LiveClass.Web.Roster;
using LiveClass.Web.Screens;
using LiveClass.Web.Start;
using LiveClass.Web.Words;

namespace LiveClass.Web;

/// <summary>The server.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => Verbs.RunAsync(args);

    /// <summary>The whole application, ready to run.</summary>
    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(Verbs.ApplicationOf(args));
        var options = builder.AddStart();
        builder.AddDemo(options);
        builder.AddStores(options);
        builder.AddAccess(options);
        builder.AddIngest();
        builder.AddCommands();
        builder.AddRoster();
        builder.AddItems();
        builder.AddBoards();
        builder.AddReading();
        builder.AddHubs();
        builder.AddJoining(options);
        builder.AddWords();
        builder.AddClasses();
        builder.AddScreens();
        builder.AddApiDocument();

        var app = builder.Build();
        app.UseStart();
        app.UseAccess();
        app.MapAccess();
        app.MapIngest();
        app.MapCommands();
        app.MapRoster();
        app.MapItems();
        app.MapReading();
        app.MapHubs();
        app.MapJoining();
        app.MapHealth();
        app.MapWords();
        app.MapClasses();
        app.MapScreens();
        app.MapApiDocument();
        return app;
    }
}
