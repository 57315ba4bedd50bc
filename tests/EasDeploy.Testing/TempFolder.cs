namespace EasDeploy.Testing;

/// <summary>A new folder of its own, deleted with everything in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly string _parent;

    /// <param name="name">Name of the folder, for example with spaces and letters beyond ASCII; null = any.</param>
    public TempFolder(string? name = null)
    {
        _parent = Directory.CreateTempSubdirectory("eas-").FullName;
        Path = name is null ? _parent : System.IO.Path.Combine(_parent, name);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Full path of something inside; nothing is created.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Writes a file as UTF-8 without byte order mark; folders on the way are created.</summary>
    /// <returns>Full path of the file.</returns>
    public string Write(string relativePath, string text)
    {
        string file = this[relativePath];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose()
    {
        if (!Directory.Exists(_parent))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(_parent, "*", SearchOption.AllDirectories))
        {
            FileAttributes attributes = File.GetAttributes(file);
            if (attributes.HasFlag(FileAttributes.ReadOnly))
            {
                File.SetAttributes(file, attributes & ~FileAttributes.ReadOnly);
            }
        }

        Directory.Delete(_parent, recursive: true);
    }
}
