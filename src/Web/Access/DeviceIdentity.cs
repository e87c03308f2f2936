using System.Security.Claims;
using LiveClass.Records.Joining;
using LiveClass.Records.Schools;
using Actor = LiveClass.Grains.Abstractions.Commands.Actor;
using ActorKind = LiveClass.Grains.Abstractions.Commands.ActorKind;

namespace LiveClass.Web.Access;

/// <summary>A student's device or a wall as an identity: bound to one classroom, one lesson and, but for a wall, one student.</summary>
internal sealed class DeviceIdentity(DeviceToken token, SchoolRecord school)
    : ClaimsIdentity([new Claim(ClaimNames.Device, token.Kind.ToString())], "Device")
{
    /// <summary>The token as it was when the request or connection began.</summary>
    public DeviceToken Token => token;

    /// <summary>Who it is. Never named in a log: the name says what it is, not whose.</summary>
    public Caller Caller { get; } = new(
        token.Kind == DeviceTokenKind.Wall ? "A wall" : "A device", school.Id, school.Key, new Actor(ActorKind.Student, token.Student.Value), Role: null)
    {
        Device = token,
    };

    /// <summary>The name of its limits.</summary>
    public string Bucket { get; } = $"device {token.Number}";
}
