using EasDeploy.Emulator;

namespace EasDeploy.Testing;

/// <summary>An emulator inside the test process, on a free port.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    /// <summary>Test key of the account that owns the seed data.</summary>
    public const string AccessKeyId = EmulatorKeys.AccessKeyId;

    /// <summary>Secret of <see cref="AccessKeyId"/>.</summary>
    public const string AccessKeySecret = EmulatorKeys.AccessKeySecret;

    /// <summary>Test key of a second account, a stranger to the first one's services.</summary>
    public const string OtherAccessKeyId = EmulatorKeys.OtherAccessKeyId;

    /// <summary>Secret of <see cref="OtherAccessKeyId"/>.</summary>
    public const string OtherAccessKeySecret = EmulatorKeys.OtherAccessKeySecret;

    private readonly EmulatorServer _server;

    private EmulatorHost(EmulatorServer server) => _server = server;

    /// <summary>Base address with a slash at the end, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address => _server.Address;

    /// <summary>Every request so far, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Requests => _server.Requests;

    /// <param name="pace"><c>instant</c>, <c>describe:N</c> or <c>seconds:S</c>.</param>
    /// <param name="clock">The emulator's clock; a client must sign with the same one (window: 15 min).</param>
    public static async Task<EmulatorHost> StartAsync(
        string pace = "instant", string region = "cn-hangzhou", bool loose = false, TimeProvider? clock = null, CancellationToken ct = default)
    {
        if (!Pace.TryParse(pace, out Pace parsed))
        {
            throw new ArgumentException($"'{pace}' is no pace", nameof(pace));
        }

        return new EmulatorHost(await EmulatorServer.StartAsync(
            new EmulatorOptions { Pace = parsed, Region = region, Loose = loose, TimeProvider = clock ?? TimeProvider.System }, ct));
    }

    /// <returns>The requests of one operation, such as <c>DescribeService</c>; the data plane is <c>Predict</c>.</returns>
    public IReadOnlyList<JournalEntry> RequestsOf(string action) => [.. Requests.Where(r => r.Action == action)];

    /// <summary>The next <paramref name="times"/> calls of an operation get this answer instead of the true one.</summary>
    public void AnswerWith(
        string action, int status, string? body = null, string contentType = "application/json;charset=utf-8", int times = 1, params (string Name, string Value)[] headers) =>
        Inject(new Fault
        {
            Action = action,
            Status = status,
            Body = body,
            ContentType = contentType,
            Times = times,
            Headers = headers.ToDictionary(h => h.Name, h => h.Value),
        });

    /// <summary>The next <paramref name="times"/> calls get no byte until the client gives up.</summary>
    public void Hang(string action, int times = 1) => Inject(new Fault { Action = action, Kind = FaultKind.Hang, Times = times });

    /// <summary>The connection of the next <paramref name="times"/> calls is cut before any byte.</summary>
    public void Reset(string action, int times = 1) => Inject(new Fault { Action = action, Kind = FaultKind.Reset, Times = times });

    /// <summary>The next calls are carried out, but their answers never arrive.</summary>
    public void LoseAnswer(string action, int times = 1) =>
        Inject(new Fault { Action = action, Kind = FaultKind.Reset, Times = times, AfterExecution = true });

    /// <summary>A usual trouble by its name, one of <see cref="NamedFaults.Names"/>.</summary>
    public void Inject(string fault, string action, int times = 1) => Inject(NamedFaults.Of(fault, action) with { Times = times });

    /// <summary>Chooses how a service that will be created under this name goes, one of <see cref="EmulatorServer.LifeCycleNames"/>.</summary>
    public void PlanLifeCycle(string serviceName, string lifeCycle) => _server.PlanLifeCycle(serviceName, lifeCycle);

    /// <summary>Any other trouble.</summary>
    public void Inject(Fault fault) => _server.Inject(fault);

    public void ClearFaults() => _server.ClearFaults();

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
