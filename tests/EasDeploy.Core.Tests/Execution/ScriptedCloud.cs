using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using EasDeploy.Catalogs;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>A cloud in memory that answers as scripted and remembers every call.</summary>
internal sealed class ScriptedCloud(TimeProvider clock) : IControlPlane, ICatalogSource
{
    public const string Token = "canary-token-0123456789";
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<LiveService?>>> _scripts = new();
    private readonly ConcurrentDictionary<string, Func<LiveService?>> _last = new();
    private readonly ConcurrentQueue<(string Call, TimeSpan At)> _calls = new();
    private readonly long _start = clock.GetTimestamp();

    public Func<string, Task> OnCreate { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> OnDelete { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called with the number of the query, from 1.</summary>
    public Func<int, Catalog> OnQuery { get; set; } = _ => SampleServices.Catalog;

    /// <summary>Rows of ListServices.</summary>
    public Func<string, IReadOnlyList<LiveService>> OnList { get; set; } = _ => [];

    public Func<string, IReadOnlyList<ServiceEvent>> OnEvents { get; set; } = _ => [];

    public Func<string, IReadOnlyList<ServiceEndpoint>> OnEndpoints { get; set; } = _ => [];

    public Func<string, ImmutableArray<ServiceInstance>> OnInstances { get; set; } = _ => [];

    /// <summary>Called with the name of the instance.</summary>
    public Func<string, ImmutableArray<ServiceContainer>> OnContainers { get; set; } = _ => [];

    public Func<LogQuery, IReadOnlyList<string>> OnLog { get; set; } = _ => [];

    public Func<string, ImmutableArray<ServiceDiagnosis>> OnDiagnosis { get; set; } = _ => [];

    public Func<string, ImmutableArray<ServiceVersion>> OnVersions { get; set; } = _ => [];

    /// <summary>Called before every call with its text, for example to cancel at a moment.</summary>
    public Action<string> OnCall { get; set; } = _ => { };

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<CancellationToken> WriteTokens { get; } = new();

    /// <summary><c>Operation name</c>, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls.Select(entry => entry.Call)];

    public IReadOnlyList<TimeSpan> TimesOf(string call) => [.. _calls.Where(entry => entry.Call == call).Select(entry => entry.At)];

    public int CountOf(string call) => Calls.Count(made => made == call);

    /// <summary>Answers of DescribeService in order; the last one repeats. The first is read before anything is created.</summary>
    public ScriptedCloud Describes(string name, params Func<LiveService?>[] answers)
    {
        _scripts[name] = new ConcurrentQueue<Func<LiveService?>>(answers);
        return this;
    }

    public static Func<LiveService?> Absent => () => null;

    public static Func<LiveService?> Is(string status, string name = "qwen_chat") => () => Live(status, name);

    public static Func<LiveService?> Throws(CloudException exception) => () => throw exception;

    /// <summary>Endpoints only once it runs, and the canary token always.</summary>
    public static LiveService Live(string status, string name) => new(
        name,
        status,
        null,
        null,
        status == "Running" ? $"http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/{name}" : null,
        status == "Running" ? $"http://1.vpc.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/{name}" : null,
        new Secret(Token),
        "none",
        $$"""{"metadata":{"name":"{{name}}","instance":1},"containers":[{"image":"old","name":"worker0","port":8000}]}""",
        "2026-11-20T08:00:00Z",
        null,
        null)
    {
        CurrentVersion = 1,
        LatestVersion = 1,
    };

    public static CloudException Fault(DiagnosticDescriptor descriptor, bool mayHaveBeenExecuted = false, string message = "said the cloud") =>
        new(descriptor, CloudException.Of(descriptor, null, "an operation", "SomeCode", "REQUEST-1", message, "extra", "Repair it").Message)
        {
            MayHaveBeenExecuted = mayHaveBeenExecuted,
        };

    public Task<IReadOnlyList<LiveService>> ListServicesAsync(string serviceName, CancellationToken ct) =>
        Answer<IReadOnlyList<LiveService>>("ListServices", serviceName, () => OnList(serviceName), ct);

    public Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct) => Answer(
        "DescribeService",
        serviceName,
        () =>
        {
            if (_scripts.TryGetValue(serviceName, out ConcurrentQueue<Func<LiveService?>>? script) && script.TryDequeue(out Func<LiveService?>? next))
            {
                _last[serviceName] = next;
            }

            return _last.TryGetValue(serviceName, out Func<LiveService?>? answer) ? answer() : null;
        },
        ct);

    public async Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        string text = Encoding.UTF8.GetString(body.Span);
        string name = System.Text.Json.Nodes.JsonNode.Parse(text)!["metadata"]!["name"]!.GetValue<string>();
        Bodies.Enqueue(text);
        Record(name, labels);
        WriteTokens.Enqueue(ct);
        await Answer("CreateService", name, () => 0, ct);
        await OnCreate(name);
        return new CreatedService(name, "eas-m-1", "Creating");
    }

    public async Task DeleteServiceAsync(string serviceName, CancellationToken ct)
    {
        WriteTokens.Enqueue(ct);
        await Answer("DeleteService", serviceName, () => 0, ct);
        await OnDelete(serviceName);
    }

    public Func<string, Task> OnUpdate { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every label written, in order: <c>service key=value</c>.</summary>
    public ConcurrentQueue<string> Labels { get; } = new();

    public Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        Bodies.Enqueue(Encoding.UTF8.GetString(body.Span));
        return WriteAsync("UpdateService", serviceName, OnUpdate, ct);
    }

    public Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct) =>
        WriteAsync($"UpdateServiceVersion {version}", serviceName, _ => Task.CompletedTask, ct);

    public Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        Record(serviceName, labels);
        return WriteAsync("UpdateServiceLabel", serviceName, _ => Task.CompletedTask, ct);
    }

    private void Record(string serviceName, IReadOnlyDictionary<string, string> labels)
    {
        foreach ((string key, string value) in labels)
        {
            Labels.Enqueue($"{serviceName} {key}={value}");
        }
    }

    public Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct) =>
        WriteAsync("DeleteServiceLabel", serviceName, _ => Task.CompletedTask, ct);

    public Task<string> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct) =>
        Answer("DescribeServiceAutoScaler", serviceName, () => """{"min":1,"max":4}""", ct);

    public Task CreateServiceAutoScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        WriteAsync($"CreateServiceAutoScaler {rules}", serviceName, _ => Task.CompletedTask, ct);

    public Task<string> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct) =>
        Answer("DescribeServiceCronScaler", serviceName, () => "{}", ct);

    public Task CreateServiceCronScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        WriteAsync($"CreateServiceCronScaler {rules}", serviceName, _ => Task.CompletedTask, ct);

    private async Task WriteAsync(string operation, string serviceName, Func<string, Task> effect, CancellationToken ct)
    {
        WriteTokens.Enqueue(ct);
        await Answer(operation, serviceName, () => 0, ct);
        await effect(serviceName);
    }

    public Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct) =>
        Answer("DescribeServiceEndpoints", serviceName, () => OnEndpoints(serviceName), ct);

    public Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct) =>
        Answer("DescribeServiceEvent", serviceName, () => OnEvents(serviceName), ct);

    public Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct) =>
        Answer("ListServiceInstances", serviceName, () => OnInstances(serviceName), ct);

    public Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct) =>
        Answer("ListServiceContainers", serviceName, () => OnContainers(instanceName), ct);

    public Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct) =>
        Answer("DescribeServiceLog", serviceName, () => OnLog(query), ct);

    public Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct) =>
        Answer("DescribeServiceDiagnosis", serviceName, () => OnDiagnosis(serviceName), ct);

    public Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct) =>
        Answer("ListServiceVersions", serviceName, () => OnVersions(serviceName), ct);

    public Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct) => Query("ListWorkspaces", catalog => catalog.Workspaces, ct);

    public Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct) => Query("ListImages", catalog => catalog.Images, ct);

    public Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct) =>
        Query("GetImage", _ => new ImageDetail(imageId, null, null, null, []), ct);

    public Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct) =>
        Query("DescribeMachineSpec", catalog => catalog.InstanceTypes, ct);

    public Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct) =>
        Query("ListResources", catalog => catalog.ResourceGroups ?? [], ct);

    public Task<ImmutableArray<CatalogGateway>> ListGatewayAsync(CancellationToken ct) =>
        Query("ListGateway", catalog => catalog.Network.Gateways ?? [], ct);

    public Task<CatalogGateway> DescribeGatewayAsync(CatalogGateway gateway, CancellationToken ct) => Query("DescribeGateway", _ => gateway, ct);

    public Task<ImmutableArray<CatalogVpc>> DescribeVpcsAsync(string vpcId, CancellationToken ct) =>
        Query("DescribeVpcs", catalog => catalog.Network.Vpcs ?? [], ct);

    public Task<ImmutableArray<CatalogVSwitch>> DescribeVSwitchesAsync(string vpcId, CancellationToken ct) =>
        Query("DescribeVSwitches", catalog => catalog.Network.VSwitches ?? [], ct);

    public Task<ImmutableArray<CatalogSecurityGroup>> DescribeSecurityGroupsAsync(string vpcId, CancellationToken ct) =>
        Query("DescribeSecurityGroups", catalog => catalog.Network.SecurityGroups ?? [], ct);

    public Task<ImmutableArray<CatalogLoadBalancer>> ListLoadBalancersAsync(CancellationToken ct) =>
        Query("ListLoadBalancers", catalog => catalog.Network.LoadBalancers ?? [], ct);

    public Task<CatalogDataset?> GetDatasetAsync(string datasetId, CancellationToken ct) =>
        Query("GetDataset", catalog => catalog.Datasets?.FirstOrDefault(row => row.Id == datasetId), ct);

    public Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct) =>
        Query("FindImages", catalog => catalog.OtherImages ?? [], ct);

    public Task<ImmutableArray<CatalogBucket>> ListBucketsAsync(CancellationToken ct) =>
        Query("ListBuckets", catalog => catalog.Storage.Buckets ?? [], ct);

    public Task<FolderListing> ListObjectsAsync(string bucket, string folder, int limit, CancellationToken ct) =>
        Query("ListObjects", _ => new FolderListing([new StoredFile("config.json", 900), new StoredFile("tokenizer.json", 900)], false), ct);

    public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string key, int limit, CancellationToken ct) =>
        Query<ReadOnlyMemory<byte>?>("GetObject", _ => null, ct);

    private Task<T> Query<T>(string operation, Func<Catalog, T> part, CancellationToken ct) =>
        Answer(operation, "", () => part(OnQuery(CountOf(operation))), ct);

    private async Task<T> Answer<T>(string operation, string name, Func<T> answer, CancellationToken ct)
    {
        string call = $"{operation} {name}".TrimEnd();
        _calls.Enqueue((call, clock.GetElapsedTime(_start)));
        OnCall(call);
        ct.ThrowIfCancellationRequested();
        await Task.Yield();
        return answer();
    }
}
