using System.Text.Json.Serialization;
using EasDeploy.Resolution;

namespace EasDeploy.Configs;

/// <summary>One entry of <c>containers</c>. The port is always written.</summary>
/// <remarks>Source: service-config.md section 4; C05 (script or command), C13 (port).</remarks>
internal sealed record ContainersPart(
    [property: JsonPropertyName("image")] string Image,
    [property: JsonPropertyName("port")] int Port,
    [property: JsonPropertyName("script")] string? Script,
    [property: JsonPropertyName("command")] string? Command,
    [property: JsonPropertyName("env")] IReadOnlyList<EnvironmentEntry>? Env,
    [property: JsonPropertyName("startup_check")] ProbePart? StartupCheck)
{
    public static IReadOnlyList<ContainersPart> Of(ResolvedService service) =>
    [
        new ContainersPart(
            service.ImageAddress,
            service.Port,
            service.StartCommand.Script,
            service.StartCommand.Command,
            service.Spec.Environment.EnvironmentVariables.IsEmpty
                ? null
                : [.. service.Spec.Environment.EnvironmentVariables.Select(variable => new EnvironmentEntry(variable.Name, variable.TextInFile))],
            ProbePart.Of(service)),
    ];
}

internal sealed record EnvironmentEntry(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("value")] string Value);
