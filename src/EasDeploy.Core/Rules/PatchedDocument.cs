using System.Collections.Immutable;
using System.Text;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules;

/// <summary>Judges what a ConfigPatch made of a config: the patched document meets the same rules as a document somebody wrote.</summary>
/// <remarks>Source: design section 3: applied last, then validated.</remarks>
internal static class PatchedDocument
{
    /// <returns>
    /// What the rules say to the document with the patch and not without it, at its place in the patch; and the codes that the patch has mended.
    /// </returns>
    public static (ImmutableArray<Diagnostic> Findings, ImmutableHashSet<string> Mended) Check(ResolvedService service)
    {
        if (service.Spec.Item.ConfigPatch is not { } patch)
        {
            return ([], []);
        }

        (ConfigText? patched, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(ServiceConfig.Draft(service)), null);
        if (patched is null)
        {
            return ([failure! with { Location = patch.At("") }], []);
        }

        (ConfigText? unpatched, _) = ConfigText.Parse(Encoding.UTF8.GetBytes(ServiceConfig.Draft(service, isPatched: false)), null);
        ImmutableArray<Diagnostic> before = unpatched is null ? [] : Judge(unpatched, service);
        ImmutableArray<Diagnostic> after = Judge(patched, service);
        HashSet<(string, string)> known = [.. before.Select(finding => (finding.Code, finding.Message))];
        return (
            [
                .. after.Where(finding => finding.Severity != Severity.Info && !known.Contains((finding.Code, finding.Message)))
                    .Select(finding => finding with { Location = PlaceIn(patch, patched.PointerAt(finding.Location)) }),
            ],
            [.. before.Select(finding => finding.Code).Except(after.Select(finding => finding.Code))]);
    }

    // What is missing stands nowhere: the patch that takes one thing away has taken it.
    private static SourceLocation PlaceIn(ConfigText patch, string? pointer)
    {
        SourceLocation place = patch.At(pointer ?? "");
        return place == patch.At("") && patch.Removals is [var only] ? patch.NameAt(only) : place;
    }

    /// <summary>The service as the documents without and with the patch read it; empty without a patch.</summary>
    public static IEnumerable<ResolvedService> Resolve(ResolvedService service) => service.Spec.Item.ConfigPatch is null
        ? []
        : ((bool[])[false, true])
            .Select(isPatched => ConfigText.Parse(Encoding.UTF8.GetBytes(ServiceConfig.Draft(service, isPatched)), null).Text)
            .OfType<ConfigText>()
            .Select(text => Resolve(text, service));

    private static ImmutableArray<Diagnostic> Judge(ConfigText text, ResolvedService service) => RuleSet.Check(Resolve(text, service)).Diagnostics;

    private static ResolvedService Resolve(ConfigText text, ResolvedService service) =>
        ServiceResolver.Resolve(ServiceSpec.From(ConfigReader.Read(text), service.Spec.Policy), service.Catalog, service.Purpose);
}
