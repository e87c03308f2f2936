using LiveClass.Engine.Ports;
using Microsoft.Extensions.Logging;

namespace LiveClass.Tests.Simulation.World;

/// <summary>
/// Reads what the server logs. A turn that failed, a store that is not available: such things are meant to happen. Any other
/// exception is a bug.
/// </summary>
internal sealed class Journalist : ILoggerFactory, ILogger
{
    private const int TurnFailed = 1;

    public List<string> Lines { get; } = [];

    public List<Exception> Bugs { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Add(formatter(state, exception));
        if (exception is not null && eventId.Id != TurnFailed && exception is not StoreUnavailableException) Bugs.Add(exception);
    }

    public void Dispose()
    {
    }
}
