using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Joining;

namespace LiveClass.Web.Hubs;

/// <summary>What the server calls on a connection.</summary>
public interface IClassroomClient
{
    /// <summary>The whole view that the connection watches.</summary>
    Task Snapshot(WireView board);

    /// <summary>What changed of it. A client that has another version than <c>from</c> asks for the whole.</summary>
    Task Delta(WireView delta);

    /// <summary>A student's new card, to its own device.</summary>
    Task NextStep(CardView card);

    /// <summary>The rotation's clock.</summary>
    Task Rotation(RotationView rotation);

    /// <summary>How students join and who waits, to the adults who watch as teachers.</summary>
    Task Joining(JoiningView joining);

    /// <summary>The connection's right has ended; it is closed next.</summary>
    Task Revoked(string reason);
}
