using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Deploy;

/// <summary>A service waits for services of its project, and no circle waits for itself.</summary>
/// <remarks>Source: design section 3 (DependsOn).</remarks>
public sealed class EAS6002DependsOn : IProjectRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS6002", Severity.Error, "DependsOn names no service, or leads back to its own",
        "service '{0}': DependsOn {1}. Write {2}.");

    public IEnumerable<Diagnostic> Check(IReadOnlyList<ServiceItem> items)
    {
        HashSet<string> names = [.. items.Select(item => item.Name)];
        Dictionary<string, IReadOnlyList<string>> waitsFor = new(StringComparer.Ordinal);
        foreach (ServiceItem item in items)
        {
            if (item.Find(Metadata.DependsOn) is not { } wanted)
            {
                continue;
            }

            string[] others = [.. ServiceSpec.SplitList(wanted.Text)];
            waitsFor[item.Name] = others;
            foreach (string unknown in others.Where(other => !names.Contains(other)))
            {
                string repair = NearestName.Of(unknown, names) is { } nearest ? $"'{nearest.Shown()}'" : "the name of an enabled EasService of this project";
                yield return Descriptor.At(
                    wanted.Location, item.Name.Shown(), $"names '{unknown.Shown()}', which is no enabled EasService of this project", repair);
            }
        }

        if (Dependencies.FindCircle(waitsFor) is { } circle && items.FirstOrDefault(item => item.Name == circle[0]) is { } first)
        {
            yield return Descriptor.At(
                first.Find(Metadata.DependsOn)!.Location,
                first.Name.Shown(),
                "leads back to its own: " + string.Join(" waits for ", circle.Take(6).Select(name => name.Shown(24))),
                "one of them without DependsOn");
        }
    }
}
