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
    /// <summary>Variable of the deploying process that holds <c>user:password</c> of a private registry; null = none is needed.</summary>
    public Given<string>? RegistryAuthFromEnvironment { get; init; }

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const int DefaultPort = 8000;

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const string DefaultModelMountPath = "/model_dir";
}
