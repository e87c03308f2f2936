using LiveClass.Web.Access;

namespace LiveClass.Web.Roster;

/// <summary>Classrooms, rosters and items on their way in.</summary>
internal static class RosterHosting
{
    /// <summary>Adds what takes changes of records.</summary>
    public static void AddRoster(this WebApplicationBuilder builder) => builder.Services.AddSingleton<RosterDesk>();

    /// <summary>Maps the routes.</summary>
    public static void MapRoster(this WebApplication app)
    {
        app.MapPut("/api/v1/classrooms/{id}", RosterRoutes.PutClassroomAsync)
            .RequireAuthorization(AccessPolicies.RosterWrite)
            .Accepts<ClassroomDocument>("application/json")
            .Produces<ClassroomAnswer>()
            .Produces<ClassroomAnswer>(StatusCodes.Status201Created);
        app.MapPut("/api/v1/items", RosterRoutes.PutItemsAsync)
            .RequireAuthorization(AccessPolicies.RosterWrite)
            .Accepts<ItemsDocument>("application/json")
            .Produces<ItemsAnswer>();
    }
}
