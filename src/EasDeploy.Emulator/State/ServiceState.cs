using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>A service as a plain value: what <c>/_control/state</c> exports and imports. Holds the access token of the emulated service.</summary>
internal sealed record ServiceState
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string OwnerUid { get; init; }

    public required string AccessToken { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public DateTimeOffset UpdateTime { get; init; }

    public string? WorkspaceId { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The document that counts now: a scaled service differs from its version.</summary>
    public required JsonObject Config { get; init; }

    public required IReadOnlyList<VersionState> Versions { get; init; }

    public int CurrentVersion { get; init; } = 1;

    public string SafetyLock { get; init; } = "none";

    public string? TrafficState { get; init; }

    public int Weight { get; init; }

    public JsonObject? AutoScaler { get; init; }

    public JsonObject? CronScaler { get; init; }

    /// <summary>Instances taken out of traffic, by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> InstanceFlags { get; init; } = new Dictionary<string, JsonObject>();

    public string? LifeCycle { get; init; }

    public int Restarts { get; init; }

    public required Step Current { get; init; }

    /// <summary>Steps not yet entered.</summary>
    public IReadOnlyList<Step> Ahead { get; init; } = [];

    public DateTimeOffset EnteredAt { get; init; }

    public int Describes { get; init; }

    public IReadOnlyList<ServiceEvent> Events { get; init; } = [];

    /// <summary>Every status entered, oldest first.</summary>
    public IReadOnlyList<StatusChange> Timeline { get; init; } = [];
}

/// <summary>A document a service has had.</summary>
internal sealed record VersionState(JsonObject Config, DateTimeOffset BuildTime);

/// <summary>A status and the moment it was entered.</summary>
internal sealed record StatusChange(ServiceStatus Status, DateTimeOffset At);
