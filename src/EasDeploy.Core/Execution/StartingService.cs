using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>A service on its way after an accepted write, as far as following it needs.</summary>
/// <param name="ModelName">What a caller writes as <c>model</c>; empty = not known.</param>
/// <param name="Limit">Total budget of the wait.</param>
internal sealed record StartingService(ServiceSpec Spec, ImageFamily Family, string ModelName, TimeSpan Limit)
{
    /// <summary>Version the write leads to: Running in another one is an old reading and is waited out. Null = any.</summary>
    public int? Version { get; init; }

    /// <summary>Events from before the write, which say nothing about it; those before the creation are left out anyway.</summary>
    public ImmutableHashSet<ServiceEvent> EventsBefore { get; init; } = [];

    /// <summary>What it has to answer once it is Running.</summary>
    public VerifyLevel Verify { get; init; } = Spec.Policy.Verify;

    /// <summary>Path of the declared HTTP probe; null = none.</summary>
    public string? ProbePath { get; init; }

    /// <summary>Instance types tried in order, 1 or more.</summary>
    public int InstanceTypes { get; init; } = 1;

    public string Name => Spec.Name;

    /// <summary>A service that is created.</summary>
    public static StartingService Of(ServiceConfig config)
    {
        ResolvedService service = config.Service;
        StartProbe probe = StartProbe.Of(config.Utf8.Span);
        return new StartingService(service.Spec, service.Family, ServedModel.NameOf(service), service.Spec.WaitTimeoutFor(probe.Budget))
        {
            ProbePath = probe.Path,
            InstanceTypes = Math.Max(1, service.InstanceTypes.Length),
        };
    }

    /// <summary>A service that is changed in place.</summary>
    /// <param name="version">Version the change leads to.</param>
    /// <param name="eventsBefore">See <see cref="StartWatch.EventsSoFarAsync"/>: read before the change is sent.</param>
    public static StartingService Of(ServiceConfig config, int? version, ImmutableHashSet<ServiceEvent> eventsBefore) =>
        Of(config) with { Version = version, EventsBefore = eventsBefore };
}
