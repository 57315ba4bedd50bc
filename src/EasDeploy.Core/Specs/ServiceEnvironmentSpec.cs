using System.Collections.Immutable;

namespace EasDeploy.Specs;

/// <summary>Phase 2: what runs, from where, on which port.</summary>
public sealed record ServiceEnvironmentSpec(
    Given<ImageReference>? Image,
    Given<string>? Script,
    Given<string>? Command,
    Given<int>? Port,
    ImmutableArray<StorageMount> Mounts,
    ImmutableArray<EnvironmentVariable> EnvironmentVariables)
{
    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const int DefaultPort = 8000;

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const string DefaultModelMountPath = "/model_dir";
}
