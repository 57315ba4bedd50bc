using EasDeploy.Configs;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>A service on its way after an accepted write, as far as following it needs.</summary>
/// <param name="ModelName">What a caller writes as <c>model</c>; empty = not known.</param>
internal sealed record StartingService(ServiceSpec Spec, ImageFamily Family, string ModelName)
{
    /// <summary>Version the write leads to: Running in another one is an old reading and is waited out. Null = any.</summary>
    public int? Version { get; init; }

    public string Name => Spec.Name;

    public static StartingService Of(ServiceConfig config) => new(config.Service.Spec, config.Service.Family, ServedModel.NameOf(config.Service));
}
