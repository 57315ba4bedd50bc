using System.Collections.Immutable;
using EasDeploy.Catalogs;
using NuGet.Versioning;

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
    /// <summary>What follows <see cref="Command"/>; null = nothing, or a script starts.</summary>
    public string? Arguments { get; init; }

    /// <summary>The start command as the author wrote it: the script, else the command with its arguments. Null = none is written.</summary>
    public Given<string>? StartText => Script ?? (Command is { } command && Arguments is { } arguments ? command with { Value = $"{command.Value} {arguments}" } : Command);

    /// <summary>Range for a bare family; null = the newest release.</summary>
    public Given<VersionRange>? ImageVersion { get; init; }

    /// <summary>Chip wanted where a bare family has several; null = that of the instance type.</summary>
    public Given<Chip>? Chip { get; init; }

    /// <summary>Variable of the deploying process that holds <c>user:password</c> of a private registry; null = none is needed.</summary>
    public Given<string>? RegistryAuthFromEnvironment { get; init; }

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const int DefaultPort = 8000;

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const string DefaultModelMountPath = "/model_dir";
}
