using LiveClass.Web.Problems;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>Problems over the hub: the invocation fails with <c>code: sentence</c>, and seconds to wait where that helps.</summary>
internal static class HubProblem
{
    /// <summary>The exception that carries a problem to the caller.</summary>
    public static HubException Of(Problem problem) =>
        new(problem.RetryAfterSeconds is { } seconds
            ? $"{problem.Code.Name}: {problem.Detail} (Retry-After: {seconds})"
            : $"{problem.Code.Name}: {problem.Detail}");
}
