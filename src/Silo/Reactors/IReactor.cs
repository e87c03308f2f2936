using LiveClass.Engine.Ports;

namespace LiveClass.Silo.Reactors;

/// <summary>
/// Does what leaves the class: gets every journal block at least once, in order within a partition. What it does must be the same
/// when done twice.
/// </summary>
public interface IReactor
{
    /// <summary>Its name, under which its cursor is kept.</summary>
    string Name { get; }

    /// <summary>Does its work for blocks; durable before it returns.</summary>
    ValueTask ReactAsync(IReadOnlyList<JournalBlock> blocks, CancellationToken cancellation);
}
