using System.Globalization;
using System.Net;
using System.Reflection;
using EasDeploy.Emulator.ConsolePage;
using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.DataPlane;
using EasDeploy.Emulator.Hosting;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Oss;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace EasDeploy.Emulator;

/// <summary>A listening emulator: the control plane, the data plane and <c>/_control</c> on one address of 127.0.0.1.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private const long LargestBody = 16 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly CloudState _cloud;
    private readonly FaultPlan _faults = new();
    private readonly RequestJournal _journal = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IdleEnd _idle;

    private EmulatorServer(EmulatorOptions options)
    {
        _cloud = new CloudState(options);
        _idle = new IdleEnd(options, () => _end.TrySetResult());
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        _app = builder.Build();
        var control = new ControlEndpoints(_cloud, _faults, _journal, () => _end.TrySetResult());
        var predict = new PredictEndpoint(_cloud, _faults, _journal);
        var oss = new OssPlane(_cloud, _faults, _journal);
        var api = new ControlPlane(_cloud, OperationTable.Create(), _faults, _journal);
        _app.Run(async context =>
        {
            _idle.Touch();
            context.Response.Headers.Date = _cloud.Now.ToString("r", CultureInfo.InvariantCulture);
            WireRequest request = await WireRequest.ReadAsync(context);
            string path = request.RawPath;
            await (path.StartsWith("/_control", StringComparison.Ordinal) ? control.AnswerAsync(context, request)
                : path.StartsWith(PredictEndpoint.Prefix, StringComparison.Ordinal) ? predict.AnswerAsync(context, request)
                : OssSignature.IsOn(request) ? oss.AnswerAsync(context, request)
                : ConsoleEndpoint.Takes(request) ? ConsoleEndpoint.AnswerAsync(context, request)
                : api.AnswerAsync(context, request));
        });
    }

    /// <summary>Version of this build, with its commit when the build knew one.</summary>
    public static string Version { get; } =
        typeof(EmulatorServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Names of the scripted life cycles.</summary>
    public static IReadOnlyList<string> LifeCycleNames => NamedLifeCycles.Names;

    /// <summary>Base address, such as <c>http://127.0.0.1:5080/</c>; the same for every product.</summary>
    public Uri Address => _cloud.Address;

    /// <summary>Completes when somebody asked the emulator to end or it was idle for too long.</summary>
    public Task EndRequested => _end.Task;

    /// <summary>Every request so far outside <c>/_control</c>, oldest first; the newest 10,000 are kept.</summary>
    public IReadOnlyList<JournalEntry> Requests => _journal.Entries;

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken ct = default)
    {
        var server = new EmulatorServer(options);
        try
        {
            await server._app.StartAsync(ct);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server._cloud.Address = new Uri(server._app.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/");
        return server;
    }

    /// <summary>Lets something go wrong; faults strike in the order they were added.</summary>
    public void Inject(Fault fault) => _faults.Add(fault);

    /// <summary>Chooses the life cycle of a service that will be created under this name.</summary>
    /// <param name="lifeCycle">One of <see cref="LifeCycleNames"/>.</param>
    public void PlanLifeCycle(string serviceName, string lifeCycle)
    {
        if (!LifeCycleNames.Contains(lifeCycle))
        {
            throw new ArgumentException($"no life cycle is named {lifeCycle}", nameof(lifeCycle));
        }

        lock (_cloud.Gate)
        {
            _cloud.PlannedLifeCycles[serviceName] = lifeCycle;
        }
    }

    /// <summary>Forgets all faults.</summary>
    public void ClearFaults() => _faults.Clear();

    public async ValueTask DisposeAsync()
    {
        _idle.Dispose();
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
