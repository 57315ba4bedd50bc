using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>What is secret is read when the service is sent, and never written.</summary>
/// <remarks>Source: R2032 (inferred).</remarks>
public sealed partial class EAS2042SecretInVariable : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2042", Severity.Warning, "A secret as plain text of a variable",
        "service '{0}': variable '{1}' looks secret, and its value is written to eas_service.json. Write FromEnvironment=\"{1}\" instead of Value.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem variable in item.Environment)
        {
            if (variable.Find(Metadata.Value) is { } value && value.Text.Trim().Length > 0 && VariableReference.NameIn(value.Text) is null && SecretWord().IsMatch(variable.Include))
            {
                yield return Descriptor.At(value.Location, item.Name.Shown(), variable.Include.Trim().Shown());
            }
        }
    }

    [GeneratedRegex("(^|_)(API_?KEY|ACCESS_?KEY|SECRET_?KEY|KEY|TOKEN|PASSWORD|PASSWD|SECRET)(_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretWord();
}
