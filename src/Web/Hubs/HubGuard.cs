using System.Collections.Frozen;
using System.Reflection;
using LiveClass.Engine.Ports;
using LiveClass.Records;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>Stands before every hub method: limits, whether its caller is still let in, and codes for what is unavailable.</summary>
internal sealed class HubGuard(EntryLimits limits, LessonsNow lessons, AccountPrincipal principals) : IHubFilter
{
    private static readonly FrozenDictionary<string, EntryKind> Kinds = typeof(ClassroomHub).GetMethods()
        .Where(m => m.IsDefined(typeof(LimitedMethodAttribute)))
        .ToFrozenDictionary(m => m.Name, m => m.GetCustomAttribute<LimitedMethodAttribute>()!.Kind, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var kind = Kinds.GetValueOrDefault(invocationContext.HubMethodName, EntryKind.Other);
        var who = EntryLimitsMiddleware.WhoIs(invocationContext.Context.User!);
        if (!limits.TryTake(kind, who ?? invocationContext.Context.ConnectionId, anonymous: who is null, out var wait))
            throw HubProblem.Of(new Problem(ProblemCodes.TooMany, ProblemCodes.TooMany.Sentence, wait));
        if (invocationContext.Context.User!.Identity is DeviceIdentity device && lessons.EndedInRecords(device.Token) is { } why)
            throw HubProblem.Of(new Problem(ProblemCodes.TokenEnded, $"{ProblemCodes.TokenEnded.Sentence} ({why})"));
        if (!principals.Holds(invocationContext.Context.User!)) throw HubProblem.Of(ProblemCodes.NoKey);
        try
        {
            return await next(invocationContext);
        }
        catch (Exception unavailable) when (unavailable is RecordsUnavailableException or StoreUnavailableException)
        {
            throw HubProblem.Of(new Problem(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, TimeSpan.FromSeconds(1)));
        }
    }
}

/// <summary>Says which limit a hub method is under.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LimitedMethodAttribute(EntryKind kind) : Attribute
{
    /// <summary>The limit.</summary>
    public EntryKind Kind => kind;
}
