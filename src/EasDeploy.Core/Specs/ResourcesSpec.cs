using System.Collections.Immutable;

namespace EasDeploy.Specs;

/// <summary>Phase 3: where it runs and how often.</summary>
/// <param name="InstanceTypes">Public types in the order to try them; empty when a group is used.</param>
/// <param name="ResourceGroup">Id or name of a dedicated group.</param>
/// <param name="Cpu">Cores per replica; dedicated group only.</param>
/// <param name="Memory">MB per replica; dedicated group only.</param>
/// <param name="Gpu">Cards per replica; dedicated group only.</param>
public sealed record ResourcesSpec(
    ImmutableArray<Given<string>> InstanceTypes, Given<string>? ResourceGroup, int? Cpu, int? Memory, int? Gpu, int Replicas)
{
    /// <summary>What an instance must have, where no type is named; null = nothing is said.</summary>
    public InstanceNeed? Need { get; init; }

    /// <summary>USD per hour; null = no spot instances.</summary>
    public Given<decimal>? SpotPriceLimit { get; init; }

    /// <summary>Source: deployment workflow, core principle 4.</summary>
    public const int DefaultReplicas = 1;
}
