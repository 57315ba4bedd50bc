using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A variable has a name a shell can read, and its value comes from one place.</summary>
/// <remarks>Source: service-config.md section 4 (env), R2030; names: POSIX, and the dots and dashes Kubernetes allows.</remarks>
public sealed class EAS2012VariableForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2012", Severity.Error, "A variable of the environment is not in its form",
        "service '{0}': {1} {2}. Write {3}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem variable in item.Environment)
        {
            string who = $"{PropertyCatalog.EnvironmentVariable} '{variable.Include.Shown()}'";
            ItemValue? source = variable.Find(Metadata.FromEnvironment);
            if (!IsName(variable.Include.Trim(), "_.-"))
            {
                yield return Descriptor.At(variable.Location, item.Name.Shown(), who, "has no name a program can read", "a name of A-Z a-z 0-9 _ that begins with no digit");
            }

            if (source is null && variable.Find(Metadata.Value) is null)
            {
                yield return Descriptor.At(
                    variable.Location, item.Name.Shown(), who, "has neither Value nor FromEnvironment", "Value=\"…\", or FromEnvironment with the name of a variable");
            }

            if (source is not null && variable.Find(Metadata.Value) is not null)
            {
                yield return Descriptor.At(source.Location, item.Name.Shown(), who, "has both Value and FromEnvironment", "one of them");
            }

            if (source is not null && !IsName(source.Text.Trim(), "_"))
            {
                yield return Descriptor.At(source.Location, item.Name.Shown(), who, NoName(Metadata.FromEnvironment, source), "the name alone, such as HF_TOKEN");
            }
        }

        if (item.Find(Metadata.RegistryAuthFromEnvironment) is { } auth && !IsName(auth.Text.Trim(), "_"))
        {
            yield return Descriptor.At(
                auth.Location, item.Name.Shown(), "the service", NoName(Metadata.RegistryAuthFromEnvironment, auth), "the name alone, such as REGISTRY_AUTH");
        }
    }

    // What stands here may be the secret itself, pasted in the wrong place: it is not repeated.
    private static string NoName(string metadata, ItemValue value) =>
        FormattableString.Invariant($"has a {metadata} of {value.Text.Length} characters that is not the name of a variable");

    private static bool IsName(string text, string others) => text.Length is > 0 and <= 255 && !char.IsAsciiDigit(text[0])
        && text.All(character => char.IsAsciiLetterOrDigit(character) || others.Contains(character));
}
