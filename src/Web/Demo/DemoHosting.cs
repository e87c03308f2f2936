using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Web.Demo.Play;
using LiveClass.Web.Demo.Screens;
using LiveClass.Web.Screens.Start;
using LiveClass.Web.Start;

namespace LiveClass.Web.Demo;

/// <summary>The demo school: made where it is wanted, played while it is there, begun anew or removed by a button.</summary>
internal static class DemoHosting
{
    /// <summary>Makes the demo school where this start shall, and adds what plays it. Before anything opens the data directory.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, LiveClassOptions options)
    {
        if (DemoStart.IsWanted(options, builder.Environment.IsDevelopment()))
        {
            var engine = EngineOptions.Read(builder.Configuration) with { DataDirectory = options.DataDirectory };
            DemoStart.MakeAsync(engine, TimeProvider.System, Console.Out).GetAwaiter().GetResult();
        }

        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<RecordsStore>().ClassroomRemoval);
        services.AddSingleton<DemoTeacher>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<DemoMaking>();
        services.AddSingleton<DemoSchool>();
        if (options.Demo != false) services.AddSingleton(new StartOffer("/demo/try", "demo.try"));
        services.AddHostedService<DemoPlay>();
    }

    /// <summary>Maps its pages and buttons.</summary>
    public static void MapDemo(this WebApplication app) => DemoRoutes.Map(app);
}
