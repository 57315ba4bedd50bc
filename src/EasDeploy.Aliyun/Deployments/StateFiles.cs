using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Deployments;

/// <summary>The state folder on disk: journal, backup and lock of each service, readable by their owner alone.</summary>
/// <param name="folder">Full path; made when first written. MSBuild: <c>EasStatePath</c>.</param>
/// <remarks>Why it lives here: docs/adr/0007-state-of-a-deployment.md.</remarks>
public sealed class StateFiles(string folder) : IDeploymentState
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Location { get; } = folder;

    public byte[]? Read(StateFile file, string serviceName)
    {
        try
        {
            return File.ReadAllBytes(PathOf(file, serviceName));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(exception);
        }
    }

    /// <summary>Writes beside the target, flushes to the disk, then renames: a reader sees the old content or the new one.</summary>
    public void Write(StateFile file, string serviceName, ReadOnlySpan<byte> content)
    {
        string target = PathOf(file, serviceName);
        string beside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            MakeFolder();
            using (FileStream stream = Open(beside, FileMode.CreateNew, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
            throw Failed(exception);
        }
    }

    public void Remove(StateFile file, string serviceName)
    {
        try
        {
            File.Delete(PathOf(file, serviceName));
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing to remove.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(exception);
        }
    }

    /// <summary>The lock is the open file: the system gives it back when the process ends, however it ends.</summary>
    public IDisposable? TryLock(string serviceName, string holder, out string other)
    {
        string path = PathOf(serviceName, ".lock");
        other = "";
        try
        {
            MakeFolder();
            FileStream locked = Open(path, FileMode.OpenOrCreate, FileShare.None);
            TryNote(path + ".txt", holder);
            return locked;
        }
        catch (IOException exception) when (IsShared(exception))
        {
            other = TryRead(path + ".txt");
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(exception);
        }
    }

    private string PathOf(StateFile file, string serviceName) => PathOf(serviceName, file == StateFile.Journal ? ".journal.json" : ".backup.json");

    // A name that would leave the folder is refused by EAS1001 before this; it gets no file whoever calls.
    private string PathOf(string serviceName, string ending) => serviceName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        ? Path.Combine(Location, serviceName + ending)
        : throw new DeploymentStateException($"'{serviceName}' cannot be the name of a file");

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Location);
        }
        else
        {
            Directory.CreateDirectory(Location, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    // Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION. Unix: the runtime's advisory lock, EWOULDBLOCK (11; 35 on macOS).
    private static bool IsShared(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    // Only a name for whoever comes second: the lock itself is held without it.
    private static void TryNote(string path, string holder)
    {
        try
        {
            File.WriteAllText(path, holder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(path);
        }
    }

    private static string TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }

    private static DeploymentStateException Failed(Exception exception) => new(exception.Message.TrimEnd('.'), exception);
}
