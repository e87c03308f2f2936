using System.Security.Claims;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Access;

/// <summary>Puts every request under its limit; the answer to too many is 429 with <c>Retry-After</c>, and nothing is taken.</summary>
internal sealed class EntryLimitsMiddleware(RequestDelegate next, EntryLimits limits)
{
    /// <summary>Takes one, or answers.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var kind = context.GetEndpoint()?.Metadata.GetMetadata<LimitedAs>()?.Kind ?? EntryKind.Other;
        var (who, anonymous) = WhoIs(context);
        return limits.TryTake(kind, who, anonymous, out var wait)
            ? next(context)
            : ProblemsHosting.AnswerAsync(context, new Problem(ProblemCodes.TooMany, ProblemCodes.TooMany.Sentence, wait));
    }

    /// <summary>Whose bucket: the key's, the person's, or the address's.</summary>
    public static (string Who, bool Anonymous) WhoIs(HttpContext context) => WhoIs(context.User) is { } who
        ? (who, false)
        : (AddressOf(context), true);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>Takes one of an address's tries to sign in, before it is known whether it fails. The answer to too many; else null.</summary>
    public static Problem? TakeTry(EntryLimits limits, HttpContext context) =>
        limits.TryTake(EntryKind.SignIn, AddressOf(context), anonymous: true, out var wait)
            ? null
            : new Problem(ProblemCodes.TooMany, ProblemCodes.TooMany.Sentence, wait);

    /// <summary>Gives a try back: it was right, and only failures count.</summary>
    public static void GiveTryBack(EntryLimits limits, HttpContext context) => limits.GiveBack(EntryKind.SignIn, AddressOf(context));

    /// <summary>The bucket of a key, a device or a person; null for others.</summary>
    public static string? WhoIs(ClaimsPrincipal user) =>
        user.Identity is KeyIdentity key ? key.Bucket : user.Identity is DeviceIdentity device ? device.Bucket : user.FindFirst(ClaimNames.Adult) is { } adult ? $"adult {adult.Value}" : null;
}
