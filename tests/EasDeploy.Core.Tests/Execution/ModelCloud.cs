using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>A region in memory that behaves: names are unique, statuses follow each other in time, an update keeps the old instances serving.</summary>
internal sealed class ModelCloud(TimeProvider clock) : IControlPlane
{
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, Service> _services = [];

    /// <summary>Tells whether a document comes to run.</summary>
    public Func<string, bool> Runs { get; set; } = _ => true;

    public int Creations { get; private set; }

    /// <summary>Document whose instances answer under a name; null = nothing answers.</summary>
    public string? Answering(string name) => Find(name)?.Serving;

    public ImmutableDictionary<string, string> LabelsOf(string name) => Find(name)?.Labels ?? ImmutableDictionary<string, string>.Empty;

    public string? StatusOf(string name) => Find(name)?.Status;

    public Task<IReadOnlyList<LiveService>> ListServicesAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LiveService>>(Find(serviceName) is { } found ? [found.Live()] : []);

    public Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct) => Task.FromResult(Find(serviceName)?.Live());

    public Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        JsonObject document = JsonNode.Parse(body.Span)!.AsObject();
        string name = document["metadata"]!["name"]!.GetValue<string>();
        if (Find(name) is not null)
        {
            throw ScriptedCloud.Fault(CloudDiagnostics.Conflict);
        }

        string token = document["token"]?.GetValue<string>() ?? $"token-{++Creations}-{name}";
        document.Remove("token");
        string text = document.ToJsonString();
        Service created = new(name, clock.GetUtcNow(), token) { Labels = labels.ToImmutableDictionary() };
        created.Versions.Add(text);
        created.Version = 1;
        created.Follow(clock.GetUtcNow(), ("Creating", null), ("Waiting", null), Runs(text) ? ("Running", text) : ("Failed", null));
        _services[name] = created;
        return Task.FromResult(new CreatedService(name, "eas-m-1", "Creating"));
    }

    public Task DeleteServiceAsync(string serviceName, CancellationToken ct)
    {
        if (Find(serviceName) is { Status: not "Deleting" } service)
        {
            service.Follow(clock.GetUtcNow(), ("Deleting", null), ("Deleted", null));
        }

        return Task.CompletedTask;
    }

    public Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        JsonObject document = JsonNode.Parse(body.Span)!.AsObject();
        document.Remove("token");
        Service service = Get(serviceName);
        service.Versions.Add(document.ToJsonString());
        RollOut(service, service.Versions.Count);
        return Task.CompletedTask;
    }

    public Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct)
    {
        RollOut(Get(serviceName), version);
        return Task.CompletedTask;
    }

    public Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        Service service = Get(serviceName);
        service.Labels = service.Labels.SetItems(labels);
        return Task.CompletedTask;
    }

    public Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct)
    {
        Service service = Get(serviceName);
        service.Labels = service.Labels.RemoveRange(labelKeys);
        return Task.CompletedTask;
    }

    public Task<string> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct) => Task.FromResult("{}");

    public Task CreateServiceAutoScalerAsync(string serviceName, string rules, CancellationToken ct) => Task.CompletedTask;

    public Task<string> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct) => Task.FromResult("{}");

    public Task CreateServiceCronScalerAsync(string serviceName, string rules, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ServiceEndpoint>>([]);

    public Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ServiceEvent>>([]);

    public Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult(ImmutableArray<ServiceInstance>.Empty);

    public Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct) =>
        Task.FromResult(ImmutableArray<ServiceContainer>.Empty);

    public Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult(ImmutableArray<ServiceDiagnosis>.Empty);

    public Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct) =>
        Task.FromResult(ImmutableArray<ServiceVersion>.Empty);

    private void RollOut(Service service, int version)
    {
        service.Version = version;
        string text = service.Versions[version - 1];
        service.Follow(clock.GetUtcNow(), ("Updating", service.Serving), Runs(text) ? ("Running", text) : ("Failed", service.Serving));
    }

    private Service Get(string name) => Find(name) ?? throw ScriptedCloud.Fault(CloudDiagnostics.NotFound);

    private Service? Find(string name)
    {
        if (_services.TryGetValue(name, out Service? service) && service.Settle(clock.GetUtcNow()) == "Deleted")
        {
            _services.Remove(name);
            return null;
        }

        return service;
    }

    private sealed class Service(string name, DateTimeOffset createdAt, string token)
    {
        private readonly Queue<(string Status, string? Serving)> _ahead = [];
        private DateTimeOffset _enteredAt;

        public List<string> Versions { get; } = [];

        public int Version { get; set; }

        public ImmutableDictionary<string, string> Labels { get; set; } = ImmutableDictionary<string, string>.Empty;

        public string Status { get; private set; } = "";

        public string? Serving { get; private set; }

        public void Follow(DateTimeOffset now, params (string Status, string? Serving)[] steps)
        {
            _ahead.Clear();
            foreach (var step in steps)
            {
                _ahead.Enqueue(step);
            }

            _enteredAt = now - s_step;
            Settle(now);
        }

        public string Settle(DateTimeOffset now)
        {
            while (_ahead.Count > 0 && now >= _enteredAt + s_step)
            {
                (Status, Serving) = _ahead.Dequeue();
                _enteredAt += s_step;
            }

            return Status;
        }

        public LiveService Live() => new(
            name, Status, null, null, Serving is null ? null : $"http://e/api/predict/{name}", null, new Secret(token), "none",
            Versions[Version - 1], createdAt.ToString("O"), null, null)
        {
            CurrentVersion = Version,
            LatestVersion = Versions.Count,
            Labels = Labels,
        };
    }
}
