namespace LiveClass.Tests.Browser;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveClass.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("LiveClass.sln is in no folder above the tests.");
    }
}
