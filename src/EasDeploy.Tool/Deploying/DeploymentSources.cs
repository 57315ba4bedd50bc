using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Items.Projects;
using EasDeploy.Plans;
using EasDeploy.Rules;
using EasDeploy.Specs;
using EasDeploy.Tool.Checking;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Projects;

namespace EasDeploy.Tool.Deploying;

/// <summary>Reads what a command line wants deployed: one project, or documents built anywhere.</summary>
internal static class DeploymentSources
{
    /// <summary>Source: design section 3, EasMaxParallel.</summary>
    private const int UsualParallel = 4;

    /// <exception cref="StoppedException">A path cannot be read, or a project stands beside other paths.</exception>
    public static async Task<ServicesToDeploy> ReadAsync(string[] paths, CloudOptions cloud, PolicyOptions policy, ParseResult parsed, CancellationToken ct)
    {
        string[] projects = [.. paths.Select(ProjectCheck.FindProject).OfType<string>()];
        return projects switch
        {
            [] => Documents(paths, cloud, policy, parsed),
            [var project] when paths.Length == 1 => OfProject(await ProjectQuery.RunAsync(project, EmulatorProgram.DotnetHost, ct), cloud, policy, parsed),
            _ => throw new StoppedException(
                ExitCode.WrongUsage, ToolDiagnostics.ProjectAlone.At(SourceLocation.None, projects[0].Shown())),
        };
    }

    /// <summary>The services of a project, read as its build reads them.</summary>
    public static ServicesToDeploy OfProject(EvaluatedProject project, CloudOptions cloud, PolicyOptions options, ParseResult parsed)
    {
        ProjectSource source = new(File.ReadAllBytes);
        PolicyProperties properties = new((name, value) => source.OfProperty(project.File, name, value));
        DeploymentPolicy policy = options.Over(parsed, properties.Policy(project.Property));
        int maxParallel = options.MaxParallel(parsed, properties.Number("EasMaxParallel", project.Property("EasMaxParallel"), 1) ?? UsualParallel);
        CloudAccess access = WithProject(cloud.Read(parsed), project, properties);
        string folder = Path.GetDirectoryName(project.File)!;
        (ImmutableArray<ServiceItem> items, ImmutableArray<Diagnostic> findings) =
            new ServiceItemReader(source, folder, File.ReadAllBytes).Read(project.Items, project.Property("EasWorkspace"));
        return new ServicesToDeploy(
            [.. items.Select(item => ServiceSpec.From(item, policy))],
            [.. findings, .. NameCheck.Properties(source.Properties(project.File)), .. properties.Findings, .. RuleSet.CheckProject(items)],
            access,
            maxParallel,
            Path.GetFileNameWithoutExtension(project.File),
            StatePath(project, folder),
            OutputPath(project, folder));
    }

    private static ServicesToDeploy Documents(string[] paths, CloudOptions cloud, PolicyOptions options, ParseResult parsed)
    {
        DeploymentPolicy policy = options.Over(parsed, DeploymentPolicy.Default);
        ImmutableArray<ServiceSpec>.Builder specs = ImmutableArray.CreateBuilder<ServiceSpec>();
        ImmutableArray<Diagnostic>.Builder findings = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableDictionary<string, PlanDocument> plans = ImmutableDictionary<string, PlanDocument>.Empty;
        foreach (string path in paths)
        {
            byte[] content = InputFile.ReadBytes(path);
            PlanDocument? plan = PlanDocument.Read(content);

            // A saved plan holds its document and was made under a policy of its own.
            (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(plan is null ? content : Encoding.UTF8.GetBytes(plan.Config.ToJsonString()), Path.GetFullPath(path));
            if (text is null)
            {
                findings.Add(failure!);
                continue;
            }

            specs.Add(ServiceSpec.From(ConfigReader.Read(text), plan is null ? policy : policy with { OnExisting = plan.Policy }));
            plans = plan is null ? plans : plans.SetItem(plan.Service, plan);
        }

        findings.AddRange(RuleSet.CheckProject([.. specs.Select(spec => spec.Item)]));
        return new ServicesToDeploy(specs.ToImmutable(), findings.ToImmutable(), cloud.Read(parsed), options.MaxParallel(parsed, UsualParallel), "", "", "") { Plans = plans };
    }

    // An option wins; the project says the rest, as in a build.
    private static CloudAccess WithProject(CloudAccess given, EvaluatedProject project, PolicyProperties properties) => given with
    {
        Region = Or(given.Region, project.Property("EasRegion")),
        Endpoint = Or(given.Endpoint, given.Emulator ? "" : project.Property("EasEndpoint")),
        Profile = Or(given.Profile, project.Property("EasProfile")),
        UserAgent = project.Property("EasUserAgent"),
        Transport = given.Transport != TransportChoice.Auto ? given.Transport : Enum.Parse<TransportChoice>(properties.Word(
            "EasTransport", project.Property("EasTransport"), nameof(TransportChoice.Auto), nameof(TransportChoice.Https), nameof(TransportChoice.AliyunCli))),
        Emulator = given.Emulator || (given.Endpoint.Length == 0 && properties.Flag("EasEmulator", project.Property("EasEmulator"), false)),
    };

    /// <summary>The place of the build's own deployments, so that either may finish what the other began.</summary>
    private static string StatePath(EvaluatedProject project, string folder) => Path.GetFullPath(
        Or(project.PathProperty("EasStatePath"), Path.Combine(Or(project.PathProperty(ProjectQuery.IntermediatePath), "obj"), "eas")), folder);

    /// <summary>The place of a build; a project without our package, or not restored yet, does not say it.</summary>
    private static string OutputPath(EvaluatedProject project, string folder) => Path.GetFullPath(
        Or(project.PathProperty("EasOutputPath"), Path.Combine(Or(project.PathProperty(ProjectQuery.OutputPath), "bin"), ServicesToDeploy.OutputFolder)), folder);

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}
