using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>The port in the author's start command is the port traffic is sent to.</summary>
/// <remarks>Source: R2013, ruling K31. Reads <c>--port N</c>, <c>--port=N</c>, <c>-p N</c>; one that agrees is enough, a helper process may have its own. Rests where EAS2003 speaks.</remarks>
public sealed class EAS2203PortDiffers : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2203", Severity.Error, "The start command names another port",
        "service '{0}': {1} listens on port {2}, but traffic is sent to port {3}. Write --port {3} in {1}{4}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ServiceEnvironmentSpec environment = service.Spec.Environment;
        bool hasUnreadablePort = environment.Port is null && service.Spec.Item.Find(PropertyCatalog.Metadata.Port) is not null;
        if (environment.StartText is not { } written || hasUnreadablePort)
        {
            yield break;
        }

        IReadOnlyList<int> named = PresetScript.PortsOf(written.Value);
        if (named.Count == 0 || named.Contains(service.Port) || EAS2003PortReserved.IsReserved(service.Port))
        {
            yield break;
        }

        string metadata = environment.Script is null ? PropertyCatalog.Metadata.Command : PropertyCatalog.Metadata.Script;
        string orPort = named[^1] is < 1 or > 65535 || EAS2003PortReserved.IsReserved(named[^1])
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", or set Port=\"{named[^1]}\"");
        yield return Descriptor.At(written.Location, service.Name.Shown(), metadata, named[^1], service.Port, orPort);
    }
}
