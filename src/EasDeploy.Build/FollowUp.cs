using System.Text.RegularExpressions;
using EasDeploy.Execution;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Commands that go on from a run of MSBuild, to be pasted where it was started: the same project, configuration and <c>Eas…</c> properties.</summary>
/// <param name="projectFile">Full path.</param>
/// <param name="startFolder">Full path of the folder the person stood in; empty = not known.</param>
/// <param name="configuration"><c>$(Configuration)</c>; empty = the usual one.</param>
/// <param name="globalProperties">Given on the command line; those of other names are not ours to repeat.</param>
internal sealed partial class FollowUp(string projectFile, string startFolder, string configuration, IReadOnlyDictionary<string, string> globalProperties)
{
    public static FollowUp Of(IBuildEngine engine, string projectFile, string startFolder, string configuration) => new(
        projectFile, startFolder, configuration, engine is IBuildEngine6 asked ? asked.GetGlobalProperties() : new Dictionary<string, string>());

    /// <param name="isEmulated">True: the aliyun CLI does not reach this cloud, and is not offered.</param>
    public NextCommands Commands(bool isEmulated) => new(
        _ => Build("EasStatus"), Build("EasResume"), Build("EasRollback"), $"dotnet publish{Project()} -p:DeployToEas=true{Properties()}")
    {
        LookDeeper = isEmulated ? _ => [] : null,
    };

    private string Build(string target) =>
        $"dotnet build{Project()}{(configuration is "" or "Debug" ? "" : " -c " + configuration)} -t:{target}{Properties()}";

    /// <summary>Nothing where the folder names it: there is no other project or solution beside it.</summary>
    private string Project()
    {
        string folder = Path.GetDirectoryName(projectFile)!;
        if (startFolder.Length == 0 || (IsSame(folder, startFolder) && Directory.GetFiles(folder).Count(file => Buildable().IsMatch(file)) == 1))
        {
            return "";
        }

        string near = Path.GetRelativePath(startFolder, projectFile);
        return " " + Quoted(near.StartsWith("..", StringComparison.Ordinal) ? projectFile : near);
    }

    private string Properties() => string.Concat(globalProperties
        .Where(property => property.Key.StartsWith("Eas", StringComparison.OrdinalIgnoreCase))
        .OrderBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
        .Select(property => $" -p:{property.Key}={Quoted(Escaped(property.Value))}"));

    private static bool IsSame(string one, string other) =>
        Path.GetRelativePath(one, other) == ".";

    // MSBuild would take what follows them for the next property.
    private static string Escaped(string value) => value.Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Quoted(string value) => Plain().IsMatch(value) ? value : $"\"{value}\"";

    [GeneratedRegex(@"^[\w./:=%+@\\-]+$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\.(\w*proj|slnx?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Buildable();
}
