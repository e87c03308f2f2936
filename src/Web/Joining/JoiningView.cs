using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Joining;

/// <summary>How students join a classroom now, for its adults: the answer of <c>GET …/joining</c> and the hub's <c>Joining</c>.</summary>
/// <param name="Classroom">The classroom's id.</param>
/// <param name="Lesson">The lesson that runs; null where none does.</param>
/// <param name="Code">The code to type; null without a lesson.</param>
/// <param name="Link">The path of the link that needs no lobby; null without a lesson.</param>
/// <param name="Waiting">Devices that wait to be admitted, in the order in which they came.</param>
/// <param name="Joined">Ids of the students whose device has joined.</param>
public sealed record JoiningView(
    string Classroom, string? Lesson, string? Code, string? Link, IReadOnlyList<WaitingDevice> Waiting, IReadOnlyList<string> Joined);

/// <summary>A device that waits.</summary>
/// <param name="Number">Its number, which its own screen shows as well.</param>
/// <param name="Since">Since when.</param>
public sealed record WaitingDevice(int Number, [property: JsonConverter(typeof(InstantJson))] Instant Since);
