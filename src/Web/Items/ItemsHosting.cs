using LiveClass.Learning.Items;
using LiveClass.Web.Access;

namespace LiveClass.Web.Items;

/// <summary>Forms of built-in items, and the progression that comes with the program.</summary>
internal static class ItemsHosting
{
    /// <summary>Adds what makes and scores forms.</summary>
    public static void AddItems(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FormDesk>();
        builder.Services.AddSingleton<BuiltInProgression>();
    }

    /// <summary>Maps the route.</summary>
    public static void MapItems(this WebApplication app) =>
        app.MapGet("/api/v1/items/{id}/forms/{seed}", FormRoutes.Get).RequireAuthorization(AccessPolicies.Forms).Produces<ItemForm>();
}
