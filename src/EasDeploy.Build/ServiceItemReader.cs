using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using Microsoft.Build.Framework;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Build;

/// <summary>Turns MSBuild items into service items, with the place of every value.</summary>
internal sealed class ServiceItemReader(ProjectSource source)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <param name="defaultWorkspace"><c>EasWorkspace</c>; empty = none.</param>
    /// <returns>The enabled services, and what is wrong with names.</returns>
    public (ImmutableArray<ServiceItem> Items, ImmutableArray<Diagnostic> Findings) Read(
        ITaskItem[] services, ITaskItem[] storage, ITaskItem[] variables, string defaultWorkspace)
    {
        List<AttachedItem> mounts = [.. storage.Select(item => Attached(Storage, item))];
        List<AttachedItem> environment = [.. variables.Select(item => Attached(PropertyCatalog.EnvironmentVariable, item))];
        List<string> names = [.. services.Select(item => item.ItemSpec)];
        CheckServiceNames(Storage, mounts, names);
        CheckServiceNames(PropertyCatalog.EnvironmentVariable, environment, names);

        ImmutableArray<ServiceItem>.Builder items = ImmutableArray.CreateBuilder<ServiceItem>(services.Length);
        foreach (ITaskItem service in services)
        {
            AttachedItem read = Attached(Service, service);
            if (read.Find(Metadata.Enabled) is { } enabled && ServiceSpec.ParseFlag(enabled.Text) == false)
            {
                continue;
            }

            ImmutableDictionary<string, ItemValue> metadata = read.Metadata;
            if (defaultWorkspace.Length > 0 && !metadata.ContainsKey(Metadata.Workspace))
            {
                metadata = metadata.Add(Metadata.Workspace, new ItemValue(defaultWorkspace, read.Location));
            }

            items.Add(new ServiceItem(read.Include, read.Location, metadata, [.. mounts.Where(For)], [.. environment.Where(For)]));

            bool For(AttachedItem attached) =>
                attached.Find(Metadata.Service) is not { } wanted || ServiceSpec.SplitList(wanted.Text).Contains(read.Include, StringComparer.Ordinal);
        }

        return (items.ToImmutable(), _findings.ToImmutable());
    }

    private AttachedItem Attached(string itemType, ITaskItem item)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        ImmutableDictionary<string, ItemValue>.Builder metadata = ImmutableDictionary.CreateBuilder<string, ItemValue>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in item.CloneCustomMetadata().Keys)
        {
            if (item.GetMetadata(name) is { Length: > 0 } text)
            {
                metadata[name] = new ItemValue(text, source.OfMetadata(file, itemType, item.ItemSpec, name));
            }
        }

        _findings.AddRange(NameCheck.Metadata(itemType, item.ItemSpec, metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)));
        return new AttachedItem(item.ItemSpec, source.OfItem(file, itemType, item.ItemSpec), metadata.ToImmutable());
    }

    private void CheckServiceNames(string itemType, IEnumerable<AttachedItem> items, List<string> names)
    {
        foreach (AttachedItem item in items)
        {
            if (item.Find(Metadata.Service) is not { } wanted)
            {
                continue;
            }

            foreach (string name in ServiceSpec.SplitList(wanted.Text).Where(name => !names.Contains(name, StringComparer.Ordinal)))
            {
                string repair = NearestName.Of(name, names) is { } nearest ? $"'{nearest}'" : "one of " + string.Join(", ", names);
                _findings.Add(BuildDiagnostics.UnknownServiceInItem.At(wanted.Location, $"{itemType} '{item.Include}'", name, repair));
            }
        }
    }
}
