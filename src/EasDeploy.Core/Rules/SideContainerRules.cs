using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules.ServiceEnvironment;
using EasDeploy.Specs;

namespace EasDeploy.Rules;

/// <summary>The rules that each container of a document meets, not the first alone: image, start command, variables. Its port and probes are judged in the document.</summary>
/// <remarks>Source: service-config.md section 4: several containers are legal.</remarks>
public static class SideContainerRules
{
    public static ImmutableArray<IItemRule> ItemRules { get; } =
    [
        new EAS2001ImageMissing(),
        new EAS2004OssInCommand(),
        new EAS2012VariableForm(),
        new EAS2013LoopbackServer(),
        new EAS2040ImageTagMoves(),
        new EAS2041PublicRegistryAddress(),
        new EAS2042SecretInVariable(),
    ];

    public static ImmutableArray<IRule> Rules { get; } =
    [
        new EAS2104ImageOfAnotherRegion(),
        new EAS2201ScriptAndCommand(),
        new EAS2203PortDiffers(),
        new EAS2204NoStartCommand(),
        new EAS2206CommandNeedsShell(),
        new EAS2211ModelPathNotMounted(),
        new EAS2212VariableTwice(),
        new EAS2241ModelFromHub(),
    ];

    /// <summary>Each rule's findings in the side containers of a service.</summary>
    internal static IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (ServiceItem container in service.Spec.Item.SideContainers)
        {
            ResolvedService resolved = ServiceResolver.Resolve(ServiceSpec.From(container, service.Spec.Policy), service.Catalog, service.Purpose);
            foreach (Diagnostic finding in ItemRules.SelectMany(rule => rule.Check(container)).Concat(Rules.SelectMany(rule => rule.Check(resolved))))
            {
                yield return finding;
            }
        }
    }
}
