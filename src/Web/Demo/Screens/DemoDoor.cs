namespace LiveClass.Web.Demo.Screens;

/// <summary>A room of the demo, as its page names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">The code to type on a student's page; null where no lesson runs.</param>
public sealed record DemoDoor(string Id, string Name, string? Code);
