namespace EasDeploy.Repository;

/// <summary>The files a person wrote: everything below the root but what tools make.</summary>
internal static class SourceTree
{
    private static readonly string[] s_made = [".git", "bin", "obj", "artifacts", "TestResults", "node_modules", ".vs", ".idea"];

    public static string Root => Testing.Repository.Root;

    /// <summary>Paths relative to the root, <c>/</c> as separator, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below(Root).Order(StringComparer.Ordinal)];

    /// <summary>Folders that hold files, and their parents.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        .. Files.SelectMany(Parents).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static string PathOf(string file) => Path.Combine(Root, file);

    private static IEnumerable<string> Below(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(child => !s_made.Contains(Path.GetFileName(child))))
        {
            foreach (string file in Below(child))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> Parents(string file)
    {
        for (int slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            yield return file[..slash];
        }
    }
}
