namespace EasDeploy.Aliyun;

/// <summary>Writes a file whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Writes beside the target, then renames: a reader sees the old content or the new one.</summary>
    /// <exception cref="IOException">The disk or the rights say no; nothing is left behind.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Leaves a file of this very content in its place and sets its time to now: an output must be newer than its inputs.</summary>
    /// <inheritdoc cref="Write" path="/exception" />
    public static void Refresh(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path) && content.SequenceEqual(File.ReadAllBytes(path)))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        else
        {
            Write(path, content);
        }
    }
}
