using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveClass.Records;

/// <summary>Records in a host.</summary>
public static class RecordsHosting
{
    /// <summary>Adds Records: opened before any hosted service starts, closed after all have stopped. Each part can be asked for by its own type.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services, RecordsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => RecordsStore.Open(
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(RecordsStore).FullName!)));
        services.AddSingleton<IHostedService, RecordsOpening>();
        return services
            .AddPart(store => store.Schools)
            .AddPart(store => store.Adults)
            .AddPart(store => store.ApiKeys)
            .AddPart(store => store.Accounts)
            .AddPart(store => store.Memberships)
            .AddPart(store => store.Classrooms)
            .AddPart(store => store.ClassroomWriter)
            .AddPart(store => store.Skills)
            .AddPart(store => store.Items)
            .AddPart(store => store.ItemWriter)
            .AddPart(store => store.Sources)
            .AddPart(store => store.Misconceptions)
            .AddPart(store => store.Texts)
            .AddPart(store => store.History)
            .AddPart(store => store.Notes)
            .AddPart(store => store.Outbox)
            .AddPart(store => store.ClassCodes)
            .AddPart(store => store.Lobby)
            .AddPart(store => store.DeviceTokens)
            .AddPart(store => store.WallPairings)
            .AddPart(store => store.CoachNames)
            .AddPart(store => store.Plans);
    }

    private static IServiceCollection AddPart<TPart>(this IServiceCollection services, Func<RecordsStore, TPart> part)
        where TPart : class =>
        services.AddSingleton(provider => part(provider.GetRequiredService<RecordsStore>()));

    /// <summary>Its constructor's argument opens the file: a newer or broken one stops the host before anything listens.</summary>
    private sealed class RecordsOpening(RecordsStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(store);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
