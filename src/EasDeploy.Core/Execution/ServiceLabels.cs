using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>Labels a deployed service carries, so that another machine can tell whose it is.</summary>
/// <remarks>Source: openapi.md section 5.1 (labels); which letters a value may have is not published: only a-z A-Z 0-9 . _ - are used.</remarks>
internal static class ServiceLabels
{
    /// <summary>32 hex digits: the run that created it or changed it last.</summary>
    public const string Run = "easdeploy.run";

    /// <summary>Name of the project that deployed it.</summary>
    public const string Project = "easdeploy.project";

    /// <summary>SHA-256 of the config it was made from.</summary>
    public const string Config = "easdeploy.config";

    /// <summary>Value of <see cref="Config"/> on a service that was created again from its backup.</summary>
    public const string Restored = "restored";

    /// <summary>Who is deploying it right now; see <see cref="ServiceLease"/>.</summary>
    public const string Lease = "easdeploy.lease";

    public static string? RunOf(LiveService? live) => live?.Labels.GetValueOrDefault(Run);

    public static string? ProjectOf(LiveService? live) => live?.Labels.GetValueOrDefault(Project);

    public static string? ConfigOf(LiveService? live) => live?.Labels.GetValueOrDefault(Config);

    public static string ConfigHash(ServiceConfig config) => LivePrint.HashOf(config);

    public static ImmutableDictionary<string, string> Of(DeploymentSurroundings surroundings, string configHash) =>
        OfRun(surroundings).Add(Config, configHash);

    /// <summary>Whose it is.</summary>
    public static ImmutableDictionary<string, string> OfRun(DeploymentSurroundings surroundings) =>
        ImmutableDictionary<string, string>.Empty
            .Add(Run, surroundings.RunId)
            .Add(Project, Clean(surroundings.Project));

    /// <summary>A text with the letters every label takes, at most 63 of them.</summary>
    public static string Clean(string text)
    {
        string clean = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '-'));
        return clean.Length <= 63 ? clean : clean[..63];
    }
}
