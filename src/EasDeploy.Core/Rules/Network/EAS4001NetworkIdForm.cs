using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Network;

/// <summary>Ids of the network have the prefix of their kind, and a service has one VPC and one security group.</summary>
/// <remarks>Source: R5011, R5012 (several vSwitches only).</remarks>
public sealed class EAS4001NetworkIdForm : IItemRule
{
    private static readonly (string Name, string Prefix)[] s_ids =
        [(Metadata.VpcId, "vpc-"), (Metadata.VSwitchIds, "vsw-"), (Metadata.SecurityGroupId, "sg-")];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4001", Severity.Error, "A network id does not have the form of its kind",
        "service '{0}': {1} '{2}' is not an id that begins with '{3}'{4}. Set {1} to the id shown by the VPC console, like {5}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach ((string name, string prefix) in s_ids)
        {
            if (item.Find(name) is not { } value)
            {
                continue;
            }

            bool isList = name == Metadata.VSwitchIds;
            IEnumerable<string> ids = isList ? NetworkSpec.SplitIds(value.Text) : [value.Text.Trim()];
            if (ids.FirstOrDefault(id => !NetworkSpec.IsId(id, prefix)) is { } wrong)
            {
                bool isSeveral = !isList && NetworkSpec.SplitIds(wrong).Count() > 1;
                yield return Descriptor.At(
                    value.Location, item.Name.Shown(), name, wrong.Shown(), prefix, isSeveral ? ", one alone" : "", prefix + "bp1e36bfv61nfy1yudyc");
            }
        }
    }
}
