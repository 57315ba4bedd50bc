using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A flag is <c>true</c> or <c>false</c>: <c>yes</c> and <c>1</c> would read as the default without a word.</summary>
/// <remarks>Source: MSBuild's own convention for conditions.</remarks>
public sealed class EAS2009FlagValue : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2009", Severity.Error, "A flag is neither true nor false",
        "service '{0}': {1} '{2}' is neither true nor false. Set {1}=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        IEnumerable<(string, ItemValue?)> flags = item.Storage
            .Select(storage => (Metadata.ReadOnly, storage.Find(Metadata.ReadOnly)))
            .Prepend((Metadata.Grpc, item.Find(Metadata.Grpc)))
            .Prepend((Metadata.Wait, item.Find(Metadata.Wait)))
            .Prepend((Metadata.AutoSwitchInstance, item.Find(Metadata.AutoSwitchInstance)))
            .Prepend((Metadata.Enabled, item.Find(Metadata.Enabled)));
        foreach ((string name, ItemValue? flag) in flags)
        {
            if (flag is not null && ServiceSpec.ParseFlag(flag.Text) is null)
            {
                yield return Descriptor.At(flag.Location, item.Name.Shown(), name, flag.Text.Shown(), Meaning(flag.Text));
            }
        }
    }

    private static string Meaning(string text) => text.Trim().ToUpperInvariant() is "0" or "NO" or "OFF" or "N" or "F" or "FALS" ? "false" : "true";
}
