using System.Collections.Immutable;
using System.Text;
using EasDeploy.Aliyun;

namespace EasDeploy.Tool.Tests;

/// <summary>An emulator of one test, and the tool pointed at it.</summary>
internal sealed class EmulatedRegion(EmulatorHost host) : IAsyncDisposable
{
    /// <summary>A whole service document with any name.</summary>
    public const string Document =
        """
        {
          "metadata": { "name": "qwen_chat", "instance": 1, "workspace_id": "312319" },
          "containers": [{ "image": "vllm:0.14.0-gpu", "port": 8000, "script": "vllm serve /model_dir --port 8000" }],
          "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } }],
          "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
        }
        """;

    private const string Address = "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu";

    public EmulatorHost Host { get; } = host;

    /// <summary>The current folder of every verb.</summary>
    public TempFolder Folder { get; } = new();

    public string Endpoint => Host.Address.AbsoluteUri;

    public static async Task<EmulatedRegion> StartAsync(CancellationToken ct, string pace = "instant") =>
        new(await EmulatorHost.StartAsync(pace, ct: ct));

    /// <summary>Runs a verb against this emulator, without a terminal.</summary>
    public Task<ToolRun> EasAsync(CancellationToken ct, params string[] arguments) =>
        ToolRun.RunAsync(new ToolRun.Surroundings(Folder: Folder.Path), ct, [.. arguments, "--endpoint", Endpoint]);

    /// <summary>Runs a verb with a person at a terminal who types this.</summary>
    public Task<ToolRun> EasAsync(string typed, CancellationToken ct, params string[] arguments) =>
        ToolRun.RunAsync(new ToolRun.Surroundings(typed, CanAsk: true, Folder: Folder.Path), ct, [.. arguments, "--endpoint", Endpoint]);

    public Task<AliyunCloud> OpenAsync(CancellationToken ct) =>
        new CloudAccess("", Endpoint, "", "", TransportChoice.Auto, false, "", "").OpenAsync(UserAgent.NewRunId(), ct);

    /// <summary>Creates a service behind the tool's back.</summary>
    public async Task CreateAsync(string name, CancellationToken ct)
    {
        using AliyunCloud cloud = await OpenAsync(ct);
        string body = Document.Replace("vllm:0.14.0-gpu", Address, StringComparison.Ordinal).Replace("qwen_chat", name, StringComparison.Ordinal);
        await cloud.CreateServiceAsync(Encoding.UTF8.GetBytes(body), null, ImmutableDictionary<string, string>.Empty, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Folder.Dispose();
    }
}
