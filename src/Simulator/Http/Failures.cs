using System.Net;

namespace LiveClass.Simulator.Http;

/// <summary>The server could not be asked, or answered that it cannot now. Whether it took anything may be unknown: send the same again.</summary>
public sealed class UnavailableException : Exception
{
    /// <summary>For a failure of this kind.</summary>
    public UnavailableException(string kind, TimeSpan? retryAfter = null, Exception? inner = null)
        : base($"The server is not available ({kind}).", inner)
    {
        Kind = kind;
        RetryAfter = retryAfter;
    }

    /// <summary>connection, timeout, garbled, or the number of the HTTP status.</summary>
    public string Kind { get; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>The server refused for good: sending the same again would not help.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>With the status and the problem that the server gave.</summary>
    public RefusedException(HttpStatusCode status, string what, Problem? problem)
        : base($"{what} was refused with {(int)status} {problem?.Code ?? status.ToString()}: {problem?.Detail ?? problem?.Title ?? "no reason given"}")
    {
        Status = status;
        Code = problem?.Code ?? "";
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The problem's code, or empty.</summary>
    public string Code { get; }
}
