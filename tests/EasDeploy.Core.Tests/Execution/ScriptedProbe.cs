using System.Collections.Concurrent;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>A service in memory: answers as scripted and remembers every request.</summary>
internal sealed class ScriptedProbe(TimeProvider clock) : IServiceProbe
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>When each request came, since this object was made.</summary>
    public ConcurrentQueue<TimeSpan> Times { get; } = new();

    public ConcurrentQueue<ProbeRequest> Requests { get; } = new();

    /// <summary>Called with the request and its number, from 1.</summary>
    public Func<ProbeRequest, int, ProbeAnswer> OnSend { get; set; } = (_, _) => Answer(200);

    /// <summary>Paths asked for, in order, without the part the gateway needs.</summary>
    public IReadOnlyList<string> Paths => [.. Requests.Select(request => PathOf(request))];

    public static ProbeAnswer Answer(int status, string body = "") => new(status, body, "");

    public static string PathOf(ProbeRequest request) => request.Address.AbsolutePath.Replace("/api/predict/qwen_chat", "", StringComparison.Ordinal);

    public async Task<ProbeAnswer> SendAsync(ProbeRequest request, CancellationToken ct)
    {
        Requests.Enqueue(request);
        Times.Enqueue(clock.GetElapsedTime(_start));
        int number = Requests.Count;
        ct.ThrowIfCancellationRequested();
        await Task.Yield();
        return OnSend(request, number);
    }
}
