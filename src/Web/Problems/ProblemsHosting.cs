using System.Text.Json;
using LiveClass.Engine.Ports;
using LiveClass.Records;
using LiveClass.Web.Screens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Problems;

/// <summary>Every refusal leaves with a code: our own, the framework's, and those of bugs.</summary>
internal static class ProblemsHosting
{
    /// <summary>Answers bugs with 500 and whatever has no body with a problem, or with a page for people.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, AllowStatusCode404Response = true });
        app.UseStatusCodePages(pages => AnswerAsync(pages.HttpContext, OfStatus(pages.HttpContext.Response.StatusCode)));
    }

    /// <summary>Sends a problem: as a page where a person reads, else as a problem document.</summary>
    public static Task AnswerAsync(HttpContext context, Problem problem)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) problem = ProblemCodes.BadForm;
        if (!WebPaths.IsForPerson(context.Request)) return ProblemResult.WriteAsync(context, problem);
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();

        // The page is drawn from the problem alone; a form that was refused for its token must not keep it from being drawn.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var page = new RazorComponentResult<ProblemScreen>(new
        {
            Status = problem.Code.HttpStatus,
            Code = problem.Code.Name,
            Preferences = ScreenPreferences.Of(context.Request.Cookies),
        })
        { StatusCode = problem.Code.HttpStatus };
        return page.ExecuteAsync(context);
    }

    /// <summary>The code of a status that the framework gave.</summary>
    public static ProblemCode OfStatus(int status) => status switch
    {
        400 => ProblemCodes.Malformed,
        401 => ProblemCodes.NoKey,
        403 => ProblemCodes.WrongScope,
        404 => ProblemCodes.NotFound,
        405 => ProblemCodes.WrongMethod,
        413 => ProblemCodes.TooLarge,
        415 => ProblemCodes.WrongContentType,
        429 => ProblemCodes.TooMany,
        503 => ProblemCodes.Unavailable,
        >= 500 => ProblemCodes.Bug,
        _ => ProblemCodes.Malformed with { HttpStatus = status },
    };

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        Problem problem = error switch
        {
            RecordsUnavailableException or StoreUnavailableException => new Problem(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, TimeSpan.FromSeconds(1)),
            BadHttpRequestException bad => OfStatus(bad.StatusCode),
            JsonException => ProblemCodes.Malformed,
            _ => ProblemCodes.Bug,
        };
        return AnswerAsync(context, problem);
    }
}
