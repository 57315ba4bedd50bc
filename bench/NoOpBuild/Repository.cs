namespace NoOpBuild;

internal static class Repository
{
    /// <summary>The folder above this program that holds the solution.</summary>
    public static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the benchmark from a clone of the repository.");
    }
}
