using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;
using LiveClass.Web.Coaching;
using LiveClass.Web.Commands;

namespace LiveClass.Web.Reading;

/// <summary>What can be read back.</summary>
internal static class ReadingHosting
{
    /// <summary>Adds what reads.</summary>
    public static void AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutsideNames>();
        builder.Services.AddSingleton<HistoryRoutes>();
        builder.Services.AddSingleton<JournalRoutes>();
        builder.Services.AddSingleton<NoteRoutes>();
        builder.Services.AddSingleton<QuarantineDesk>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapReading(this WebApplication app)
    {
        var (history, journal) = (app.Services.GetRequiredService<HistoryRoutes>(), app.Services.GetRequiredService<JournalRoutes>());
        var notes = app.Services.GetRequiredService<NoteRoutes>();
        var boards = app.MapGroup("/api/v1/classrooms").RequireAuthorization(AccessPolicies.BoardsRead);
        boards.MapGet("", ReadingRoutes.ClassroomsAsync).Produces<ClassroomsAnswer>();
        boards.MapGet("/{id}/board", ReadingRoutes.BoardAsync).Produces<BoardView>().Produces(StatusCodes.Status304NotModified);

        CoachRoutes.Map(app);

        var records = app.MapGroup("/api/v1").RequireAuthorization(AccessPolicies.RecordsRead);
        records.MapGet("/classrooms/{id}/history", history.GetAsync).Produces<HistoryAnswer>();
        records.MapGet("/classrooms/{id}/journal", journal.GetAsync).Produces(StatusCodes.Status200OK, contentType: "application/json");
        app.MapGet("/api/v1/classrooms/{id}/notes", notes.GetAsync).RequireAuthorization(AccessPolicies.Adult).Produces<NotesAnswer>();
        records.MapGet("/quarantine", QuarantineRoutes.ListAsync).Produces<QuarantineAnswer>();

        var decisions = app.MapGroup("/api/v1").RequireAuthorization(AccessPolicies.CommandsWrite).WithMetadata(new LimitedAs(EntryKind.Command));
        decisions.MapPost("/quarantine/{id:long}/release", QuarantineRoutes.ReleaseAsync).Produces<QuarantineLine>();
        decisions.MapPost("/quarantine/{id:long}/discard", QuarantineRoutes.DiscardAsync).Produces<QuarantineLine>();
        decisions.MapPost("/classrooms/{id}/unpark", QuarantineRoutes.UnparkAsync).Produces<CommandAnswer>();
    }
}
