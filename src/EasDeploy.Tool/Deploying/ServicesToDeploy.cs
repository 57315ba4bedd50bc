using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Specs;

namespace EasDeploy.Tool.Deploying;

/// <summary>Services read from documents and projects, with everything that is wrong with their text.</summary>
/// <param name="Access">Way to the cloud: options first, then what the project says.</param>
/// <param name="MaxParallel">Services side by side.</param>
/// <param name="Project">Name of the project; empty = documents.</param>
/// <param name="StatePath">Full path of the project's state folder; empty = none of its own.</param>
/// <param name="OutputPath">Full path of the project's output for services; empty = none of its own.</param>
internal sealed record ServicesToDeploy(
    ImmutableArray<ServiceSpec> Services, ImmutableArray<Diagnostic> Findings, CloudAccess Access, int MaxParallel, string Project, string StatePath, string OutputPath)
{
    /// <summary>Name of the folder with one folder for each service. Source: design section 3, EasOutputPath.</summary>
    public const string OutputFolder = "eas";

    /// <summary>Saved plans by service name.</summary>
    public ImmutableDictionary<string, PlanDocument> Plans { get; init; } = ImmutableDictionary<string, PlanDocument>.Empty;

    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
