using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Checking;

/// <summary>Checks a project with its own package: the target EasValidate of a real build, read back from MSBuild's own lines.</summary>
internal static partial class ProjectCheck
{
    /// <returns>The project file a path means; null when it means a document.</returns>
    public static string? FindProject(string path)
    {
        if (Directory.Exists(path))
        {
            string[] projects = [.. Directory.EnumerateFiles(path, "*.*proj")];
            return projects.Length == 1 ? projects[0] : null;
        }

        return path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? path : null;
    }

    public static async Task<CheckedFile> RunAsync(string path, string project, CloudAccess access, CatalogMode mode, CancellationToken ct)
    {
        List<string> arguments = ["msbuild", Path.GetFullPath(project), "-restore", "-t:EasValidate", "-nologo", "-tl:off", "-v:normal", "-clp:NoSummary;ForceNoAlign"];
        Add("EasCatalogMode", mode == CatalogMode.Auto ? "" : mode.ToString());
        Add("EasRegion", access.Region);
        Add("EasEndpoint", access.Endpoint);
        Add("EasProfile", access.Profile);
        Add("EasTransport", access.Transport == TransportChoice.Auto ? "" : access.Transport.ToString());
        BufferedCommandResult result = await Cli.Wrap("dotnet").WithArguments(arguments).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, ct);
        ImmutableArray<Diagnostic> findings = [.. Findings(result.StandardOutput).Distinct()];
        return result.ExitCode == 0 || findings.Any(finding => finding.Severity == Severity.Error)
            ? CheckedFile.Of(path, findings)
            : CheckedFile.Of(path, findings.Append(BuildDiagnostics.CannotRead.At(SourceLocation.None, path.Shown(), LastLine(result))));

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                arguments.Add($"-p:{name}={value}");
            }
        }
    }

    /// <summary>Reads <c>file(line,column): error CODE: text [project]</c>; MSBuild's own errors are kept, they stop the build too.</summary>
    internal static IEnumerable<Diagnostic> Findings(string output)
    {
        foreach (string line in output.Split('\n'))
        {
            Match match = MessageLine().Match(line.TrimEnd('\r'));
            if (match.Success)
            {
                Severity severity = match.Groups["severity"].Value switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => Severity.Info };
                SourceLocation place = new(match.Groups["file"].Value.Trim(), Number(match.Groups["line"].Value), Number(match.Groups["column"].Value));
                yield return new Diagnostic(match.Groups["code"].Value, severity, place, match.Groups["text"].Value);
            }
        }
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string LastLine(BufferedCommandResult result) => (result.StandardOutput + result.StandardError)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("dotnet msbuild said nothing").TrimEnd('.').Shown(200);

    [GeneratedRegex(@"^\s*(?<file>[^(:\s][^(]*?)(\((?<line>\d+)(,(?<column>\d+))?[^)]*\))?\s*: (?<severity>error|warning|message) (?<code>[A-Z]+\d+): (?<text>.*?)( \[[^\[\]]+proj(::[^\]]*)?\])?$")]
    private static partial Regex MessageLine();
}
