namespace LiveClass.Web.Problems;

/// <summary>A problem as the answer of a page's route: a page for a person, a document for a program.</summary>
internal sealed class ProblemPage(Problem problem) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemsHosting.AnswerAsync(httpContext, problem);
}
