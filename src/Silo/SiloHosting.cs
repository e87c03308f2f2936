using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Records.Outbox;
using LiveClass.Silo.Reactors;
using LiveClass.Silo.Relay;
using LiveClass.Silo.Swaps;
using LiveClass.Silo.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo;

/// <summary>Puts a silo into a process. The engine and the records must have been added before.</summary>
public static class SiloHosting
{
    /// <summary>Adds grains, reactors and the relay, started and stopped with the host.</summary>
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        services.AddSingleton(options.Validated());
        services.AddSingleton(s => new SiloPorts(
            s.GetRequiredService<IEventLog>(), s.GetRequiredService<IJournal>(), s.GetRequiredService<ICheckpoints>(),
            s.GetRequiredService<IQuarantine>(), s.GetRequiredService<ILeases>(), s.GetRequiredService<IBroadcast>(),
            s.GetRequiredService<ITurnMarks>(), s.GetRequiredService<IReactorCursors>(), s.GetRequiredService<Scheduling>()));
        services.AddSingleton(s => new SiloHost(s.GetRequiredService<SiloPorts>(), options, s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IReactor, HistoryReactor>();
        services.AddSingleton<IReactor, RareReactor>();
        services.AddSingleton<IRareReaction, NotesReaction>();
        services.AddSingleton<IRareReaction, SwapReaction>();
        services.AddSingleton<IReactor, TextsReactor>();
        services.AddSingleton<TextSweep>();
        services.AddSingleton(s => new OutboxRelay(
            s.GetRequiredService<IEventLog>(), s.GetRequiredService<RecordsOutbox>(), options, s.GetRequiredService<Scheduling>(),
            s.GetRequiredService<ILogger<OutboxRelay>>()));
        services.AddHostedService<SiloLifetime>();
        return services;
    }
}
