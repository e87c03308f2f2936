namespace LiveClass.Web.Classes;

/// <summary>Teachers' pages of their classes: make one, change its lists, start a lesson.</summary>
internal static class ClassesHosting
{
    /// <summary>Adds what the pages work with.</summary>
    public static void AddClasses(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClassDesk>();
        builder.Services.AddSingleton<SchoolZone>();
    }

    /// <summary>Maps the pages and their forms.</summary>
    public static void MapClasses(this WebApplication app)
    {
        NewClassRoutes.Map(app);
        ClassRoutes.Map(app);
        StudentsRoutes.Map(app);
        SkillsRoutes.Map(app);
        StationsRoutes.Map(app);
        PlansRoutes.Map(app);
    }
}
