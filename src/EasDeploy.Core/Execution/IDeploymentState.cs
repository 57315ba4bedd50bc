namespace EasDeploy.Execution;

/// <summary>A file of the state folder; one of each per service.</summary>
public enum StateFile
{
    /// <summary><c>&lt;name&gt;.journal.json</c>: intent and result of each remote write.</summary>
    Journal,

    /// <summary><c>&lt;name&gt;.backup.json</c>: the old service, secrets included. The declared exception to "no secret on disk" (design section 6).</summary>
    Backup,
}

/// <summary>What outlives this process on this machine. MSBuild: <c>EasStatePath</c>.</summary>
/// <exception cref="DeploymentStateException">On every member that writes: nothing of it is there then.</exception>
public interface IDeploymentState
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <returns>Null when there is none.</returns>
    byte[]? Read(StateFile file, string serviceName);

    /// <summary>Replaces the file as a whole, readable by its owner alone, and returns when it is on the disk.</summary>
    void Write(StateFile file, string serviceName, ReadOnlySpan<byte> content);

    /// <summary>A file that is not there is no error.</summary>
    void Remove(StateFile file, string serviceName);

    /// <summary>Keeps every other process of this machine from deploying the service; ends with the process at the latest.</summary>
    /// <param name="holder">Who we are, for the one who comes second.</param>
    /// <param name="other">Who holds it, as that one said.</param>
    /// <returns>Null when somebody else holds it.</returns>
    IDisposable? TryLock(string serviceName, string holder, out string other);
}

/// <summary>The state folder cannot be written.</summary>
public sealed class DeploymentStateException(string message, Exception? inner = null) : Exception(message, inner);
