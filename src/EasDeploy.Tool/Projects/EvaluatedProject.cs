using System.Collections.Immutable;
using EasDeploy.Items.Projects;

namespace EasDeploy.Tool.Projects;

/// <summary>What MSBuild makes of a project file without building it.</summary>
/// <param name="File">Full path.</param>
/// <param name="Properties">Our properties and a few of MSBuild's; without case.</param>
internal sealed record EvaluatedProject(string File, ProjectItems Items, ImmutableDictionary<string, string> Properties)
{
    /// <returns>Trimmed; empty when the project does not set it.</returns>
    public string Property(string name) => Properties.GetValueOrDefault(name, "").Trim();

    /// <returns>A property that holds a path, as this system writes it: MSBuild's own defaults have backslashes everywhere.</returns>
    public string PathProperty(string name) => Property(name).Replace('\\', Path.DirectorySeparatorChar);
}
