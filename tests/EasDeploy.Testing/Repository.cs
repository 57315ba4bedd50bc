namespace EasDeploy.Testing;

/// <summary>The source tree the tests run from.</summary>
public static class Repository
{
    /// <summary>Folder of <c>EasDeploy.Build.sln</c>, found upwards from the test assembly.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"EasDeploy.Build.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
