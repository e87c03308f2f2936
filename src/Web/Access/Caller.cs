using System.Security.Claims;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Joining;
using Actor = LiveClass.Grains.Abstractions.Commands.Actor;
using ActorKind = LiveClass.Grains.Abstractions.Commands.ActorKind;

namespace LiveClass.Web.Access;

/// <summary>Who asks: an API key of a school, an adult who is signed in, or the device of a student or a wall.</summary>
/// <param name="Name">What logs and audit show.</param>
/// <param name="SchoolId">The school that it belongs to; it sees no other.</param>
/// <param name="School">The school's key.</param>
/// <param name="Actor">Who it is in the log.</param>
/// <param name="Role">What an adult is in the school; null for keys and devices.</param>
internal sealed record Caller(string Name, string SchoolId, SchoolKey School, Actor Actor, AdultRole? Role)
{
    /// <summary>The token of a student's device or of a wall, to whose classroom, lesson and student alone it is bound; null for others.</summary>
    public DeviceToken? Device { get; init; }

    /// <summary>The adult who is signed in. Only behind a rule that asks for one.</summary>
    public AdultKey Adult => Actor.Kind == ActorKind.Adult ? new(Actor.Key) : throw new InvalidOperationException("This caller is no adult: its route lacks a rule.");

    /// <summary>True for an adult who may change everything of the school.</summary>
    public bool IsAdmin => Role == AdultRole.Admin;

    /// <summary>True for an adult who has classes of her own, or all of them.</summary>
    public bool Teaches => Role is AdultRole.Admin or AdultRole.Teacher;

    /// <summary>Who sends this request. Only behind a rule that asks for a caller.</summary>
    public static Caller Of(ClaimsPrincipal user) => user.Identity switch
    {
        KeyIdentity key => key.Caller,
        DeviceIdentity device => device.Caller,
        ClaimsIdentity { IsAuthenticated: true } adult => OfCookie(adult),
        _ => throw new InvalidOperationException("This request has no caller: its route lacks a rule."),
    };

    private static Caller OfCookie(ClaimsIdentity adult) => new(
        adult.Name ?? "",
        Required(adult, ClaimNames.SchoolId),
        new SchoolKey(int.Parse(Required(adult, ClaimNames.School))),
        new Actor(ActorKind.Adult, int.Parse(Required(adult, ClaimNames.Adult))),
        Enum.Parse<AdultRole>(Required(adult, ClaimNames.Role)));

    private static string Required(ClaimsIdentity identity, string claim) =>
        identity.FindFirst(claim)?.Value ?? throw new InvalidOperationException($"The cookie lacks the claim {claim}.");
}

/// <summary>An API key as an identity: made once a key, shared by its requests.</summary>
internal sealed class KeyIdentity(Caller caller, IEnumerable<string> scopes)
    : ClaimsIdentity(scopes.Select(s => new Claim(ClaimNames.Scope, s)).Append(new Claim(ClaimTypes.Name, caller.Name)), "Key")
{
    /// <summary>Who it is.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The name of its limits.</summary>
    public string Bucket { get; } = $"key {caller.Actor.Key}";
}

/// <summary>The claims that we use.</summary>
internal static class ClaimNames
{
    /// <summary>What a device's token is for.</summary>
    public const string Device = "device";

    /// <summary>A scope of a key.</summary>
    public const string Scope = "scope";

    /// <summary>An adult's key.</summary>
    public const string Adult = "adult";

    /// <summary>The school's key.</summary>
    public const string School = "school";

    /// <summary>The school's id.</summary>
    public const string SchoolId = "schoolId";

    /// <summary>An adult's role.</summary>
    public const string Role = "role";

    /// <summary>The account's stamp when its adult signed in.</summary>
    public const string Stamp = "stamp";
}
