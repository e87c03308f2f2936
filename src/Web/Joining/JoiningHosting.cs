using LiveClass.Web.Boards;
using LiveClass.Web.Start;
using Microsoft.AspNetCore.Hosting.Server;

namespace LiveClass.Web.Joining;

/// <summary>Students and walls on their way into a lesson.</summary>
internal static class JoiningHosting
{
    /// <summary>Adds what lets them in. The hubs must have been added before: their audiences come first among the boards' sinks.</summary>
    public static void AddJoining(this WebApplicationBuilder builder, LiveClassOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<LessonsNow>();
        services.AddSingleton<JoiningScreens>();
        services.AddSingleton<DeviceEndings>();
        services.AddSingleton<NameSwaps>();
        services.AddHostedService<SwapEndings>();
        services.AddSingleton<AheadDesk>();
        services.AddSingleton<FirstStep>();
        services.AddSingleton<JoinDesk>();
        services.AddSingleton<JoiningRoutes.Desk>();
        services.AddSingleton(provider => new FailedCodes(options.Limits.FailedCodesPerMinute, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new JoinAddress(provider.GetRequiredService<IServer>(), options));
        services.AddSingleton<IBoardSink, LessonEndings>();
        services.AddHostedService<TokenSweep>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapJoining(this WebApplication app)
    {
        JoinRoutes.Map(app);
        JoiningRoutes.Map(app);
        WallRoutes.Map(app);
    }
}
