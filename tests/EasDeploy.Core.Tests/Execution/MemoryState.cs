using System.Collections.Concurrent;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>A state folder in memory.</summary>
internal sealed class MemoryState : IDeploymentState
{
    private readonly ConcurrentDictionary<(StateFile File, string Service), byte[]> _files = new();
    private readonly ConcurrentDictionary<string, string> _locks = new();

    /// <summary>Called before every write; what it throws is what the disk says.</summary>
    public Action<StateFile, string> OnWrite { get; set; } = (_, _) => { };

    public string Location => "/state";

    public byte[]? Read(StateFile file, string serviceName) => _files.GetValueOrDefault((file, serviceName));

    public string Text(StateFile file, string serviceName = "qwen_chat") =>
        Read(file, serviceName) is { } content ? System.Text.Encoding.UTF8.GetString(content) : "";

    public void Write(StateFile file, string serviceName, ReadOnlySpan<byte> content)
    {
        OnWrite(file, serviceName);
        _files[(file, serviceName)] = content.ToArray();
    }

    public void Remove(StateFile file, string serviceName)
    {
        OnWrite(file, serviceName);
        _files.TryRemove((file, serviceName), out _);
    }

    public IDisposable? TryLock(string serviceName, string holder, out string other)
    {
        other = _locks.GetOrAdd(serviceName, holder);
        return ReferenceEquals(other, holder) ? new Held(() => _locks.TryRemove(serviceName, out _)) : null;
    }

    private sealed class Held(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
