namespace EasDeploy.Testing;

/// <summary>The sources without anything built, in a temporary folder: what a person has after cloning.</summary>
public sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] s_left = [".git", "bin", "obj", "artifacts", "TestResults", "node_modules"];

    private readonly TempFolder _folder = new("clone");

    public RepositoryCopy() => Copy(new DirectoryInfo(Repository.Root), _folder.Path);

    public string Path => _folder.Path;

    public string this[string relativePath] => _folder[relativePath];

    public string Write(string relativePath, string text) => _folder.Write(relativePath, text);

    public void Dispose() => _folder.Dispose();

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(System.IO.Path.Combine(to, file.Name));
        }

        foreach (DirectoryInfo child in from.EnumerateDirectories().Where(child => !s_left.Contains(child.Name, StringComparer.Ordinal)))
        {
            Copy(child, System.IO.Path.Combine(to, child.Name));
        }
    }
}
