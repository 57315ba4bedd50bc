namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>A request body in a file that only its owner can read, in a folder of its own, gone when disposed.</summary>
/// <remarks>Source: aliyun-cli.md sections 11 and 12: an argument is limited in length and visible to everybody.</remarks>
internal sealed class BodyFile : IDisposable
{
    private readonly string _folder;

    private BodyFile(string folder, string path)
    {
        _folder = folder;
        Path = path;
    }

    public string Path { get; }

    public static async Task<BodyFile> WriteAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        // The folder is created for its owner alone.
        string folder = Directory.CreateTempSubdirectory("easdeploy-").FullName;
        BodyFile file = new(folder, System.IO.Path.Combine(folder, "body.json"));
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            FileStream stream = new(file.Path, options);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(body, ct).ConfigureAwait(false);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody cleaned up before us.
        }
    }
}
