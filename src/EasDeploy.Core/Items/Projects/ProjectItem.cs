using System.Collections.Immutable;

namespace EasDeploy.Items.Projects;

/// <summary>An item of a project as MSBuild evaluated it, whoever asked MSBuild.</summary>
/// <param name="Include">Evaluated Include.</param>
/// <param name="FullPath">Well-known metadata of that name; empty where Include is no path.</param>
/// <param name="DefiningFile">Full path of the file that holds its element; empty = not known.</param>
/// <param name="Metadata">Custom metadata that is not empty; names without case.</param>
public sealed record ProjectItem(string Include, string FullPath, string DefiningFile, ImmutableDictionary<string, string> Metadata);

/// <summary>The items of a project that mean something to us.</summary>
/// <param name="Services"><c>EasService</c>.</param>
/// <param name="ServiceFiles"><c>EasServiceFile</c>: documents that are services of their own.</param>
public sealed record ProjectItems(
    ImmutableArray<ProjectItem> Services,
    ImmutableArray<ProjectItem> Storage,
    ImmutableArray<ProjectItem> EnvironmentVariables,
    ImmutableArray<ProjectItem> NlbListeners,
    ImmutableArray<ProjectItem> ScaleRules,
    ImmutableArray<ProjectItem> ServiceFiles)
{
    public static ProjectItems None { get; } = new([], [], [], [], [], []);
}
