using LiveClass.Web.Access;

namespace LiveClass.Web.Commands;

/// <summary>Commands on their way in.</summary>
internal static class CommandsHosting
{
    /// <summary>Adds what takes commands.</summary>
    public static void AddCommands(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RecentCommands>();
        builder.Services.AddSingleton<IClassroomMemory, StoredClassroomMemory>();
        builder.Services.AddSingleton<CommandDesk>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapCommands(this WebApplication app)
    {
        var commands = app.MapGroup("/api/v1/classrooms/{id}/commands")
            .RequireAuthorization(AccessPolicies.Command)
            .WithMetadata(new LimitedAs(EntryKind.Command));
        commands.MapPost("", CommandRoutes.PostAsync)
            .Accepts<CommandDocument>("application/json")
            .Produces<CommandAnswer>()
            .Produces<CommandAnswer>(StatusCodes.Status202Accepted)
            .Produces<CommandAnswer>(StatusCodes.Status409Conflict);
        commands.MapGet("/{commandId}", CommandRoutes.GetAsync)
            .Produces<CommandAnswer>()
            .Produces<CommandAnswer>(StatusCodes.Status202Accepted)
            .Produces<CommandAnswer>(StatusCodes.Status409Conflict);
    }
}
