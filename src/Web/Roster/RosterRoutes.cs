using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;
using LiveClass.Web.Start;
using Microsoft.Net.Http.Headers;

namespace LiveClass.Web.Roster;

/// <summary><c>PUT /api/v1/classrooms/{id}</c> and <c>PUT /api/v1/items</c>.</summary>
internal static class RosterRoutes
{
    /// <summary>Makes a classroom or brings it to what is sent.</summary>
    public static async Task<IResult> PutClassroomAsync(string id, HttpContext context, RosterDesk desk)
    {
        if (!TryConditions(context.Request, out var conditions)) return new ProblemResult(ProblemCodes.PreconditionFailed);
        var (body, problem) = await JsonBody.ReadAsync(context.Request, (int)StartHosting.MaxBody);
        if (problem is not null) return new ProblemResult(problem);
        using (body)
        {
            try
            {
                var put = RosterBodies.Classroom(body!.RootElement);
                var (result, refused) = await desk.PutAsync(Caller.Of(context.User).School, id, put, conditions, context.RequestAborted);
                return result is null ? new ProblemResult(refused!) : Answer(context, id, result);
            }
            catch (BodyShapeException shape)
            {
                return new ProblemResult(shape.Problem);
            }
        }
    }

    /// <summary>Makes items or brings them to what is sent.</summary>
    public static async Task<IResult> PutItemsAsync(HttpContext context, RosterDesk desk)
    {
        var (body, problem) = await JsonBody.ReadAsync(context.Request, (int)StartHosting.MaxBody);
        if (problem is not null) return new ProblemResult(problem);
        using (body)
        {
            try
            {
                var put = RosterBodies.Items(body!.RootElement);
                var (result, refused) = await desk.PutAsync(Caller.Of(context.User).School, put, context.RequestAborted);
                return result is null ? new ProblemResult(refused!) : Results.Json(new ItemsAnswer(put.Items.Count));
            }
            catch (BodyShapeException shape)
            {
                return new ProblemResult(shape.Problem);
            }
        }
    }

    private static IResult Answer(HttpContext context, string id, PutResult result)
    {
        context.Response.Headers.ETag = $"\"{result.Revision}\"";
        if (result.Kind != PutKind.Created) return Results.Json(new ClassroomAnswer(id, result.Revision));
        context.Response.Headers.Location = $"/api/v1/classrooms/{id}/board";
        return Results.Json(new ClassroomAnswer(id, result.Revision), statusCode: StatusCodes.Status201Created);
    }

    // An If-Match that is none of our revisions matches nothing.
    private static bool TryConditions(HttpRequest request, out PutConditions conditions)
    {
        var allowEmpty = string.Equals(request.Query["allowEmpty"], "true", StringComparison.OrdinalIgnoreCase);
        conditions = new PutConditions(AllowEmpty: allowEmpty);
        if (request.Headers.IfMatch.Count == 0) return true;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags) || tags.Count != 1) return false;
        if (tags[0].Equals(EntityTagHeaderValue.Any))
        {
            conditions = conditions with { MustExist = true };
            return true;
        }

        if (tags[0].IsWeak || !long.TryParse(tags[0].Tag.AsSpan()[1..^1], out var revision)) return false;
        conditions = conditions with { IfMatch = revision };
        return true;
    }
}

/// <summary>What the sender of a classroom is told.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">Its revision as a record: the ETag, for If-Match.</param>
internal sealed record ClassroomAnswer(string Id, long Revision);

/// <summary>What the sender of items is told.</summary>
/// <param name="Items">How many items are now as they were sent.</param>
internal sealed record ItemsAnswer(int Items);
