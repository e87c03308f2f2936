using LiveClass.Engine;
using LiveClass.Engine.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class EngineHostingTests
{
    [Fact]
    public async Task Every_port_is_registered_and_the_directory_is_given_back_with_the_provider()
    {
        using var house = new SqliteHouse();
        var options = new EngineOptions { DataDirectory = house.Path };
        await using (var provider = new ServiceCollection().AddEmbeddedEngine(options).BuildServiceProvider())
        {
            var engine = provider.GetRequiredService<EmbeddedEngine>();
            Assert.Same(engine.Log, provider.GetRequiredService<IEventLog>());
            Assert.Same(engine.Journal, provider.GetRequiredService<IJournal>());
            Assert.Same(engine.Checkpoints, provider.GetRequiredService<ICheckpoints>());
            Assert.Same(engine.Quarantine, provider.GetRequiredService<IQuarantine>());
            Assert.Same(engine.ReactorCursors, provider.GetRequiredService<IReactorCursors>());
            Assert.Same(engine.Leases, provider.GetRequiredService<ILeases>());
            Assert.Same(engine.Broadcast, provider.GetRequiredService<IBroadcast>());
            Assert.Same(engine.TurnMarks, provider.GetRequiredService<ITurnMarks>());
            Assert.Same(engine.Health, provider.GetRequiredService<IStoreHealth>());
            Assert.Throws<DataDirectoryHeldException>(() => house.Open());
        }
        await house.Open().DisposeAsync();
    }

    [Fact]
    public void Settings_are_read_from_the_configuration_and_what_is_absent_keeps_its_default()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LiveClass:DataDirectory"] = "/somewhere",
            ["LiveClass:Store:QueueBytes"] = "123456789",
            ["LiveClass:Store:IdleFold"] = "00:00:07",
        }).Build();

        Assert.Equal(
            new EngineOptions { DataDirectory = "/somewhere", QueueBytes = 123456789, IdleFold = TimeSpan.FromSeconds(7) },
            EngineOptions.Read(configuration));
        Assert.Equal(new EngineOptions(), EngineOptions.Read(new ConfigurationBuilder().Build()));
    }
}
