using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A service needs a name.</summary>
/// <remarks>Source: deployment workflow, step 1.1; R1001.</remarks>
public sealed class EAS1002ServiceNameMissing : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1002", Severity.Error, "Service name is missing",
        "a service has no name. Give it one, for example {0}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (string.IsNullOrWhiteSpace(item.Name))
        {
            yield return Descriptor.At(item.Location, item.Config is null ? "<EasService Include=\"qwen_chat\" />" : "\"metadata\": { \"name\": \"qwen_chat\" }");
        }
    }
}
