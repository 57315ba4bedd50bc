using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Projects;

/// <summary>Turns the items of a project into service items, with the place of every value.</summary>
/// <param name="projectFolder">Full path; files of the author are relative to it.</param>
/// <param name="readFile">Content of a file; may throw what reading files throws.</param>
public sealed class ServiceItemReader(ProjectSource source, string projectFolder, Func<string, byte[]> readFile)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<(string File, string ItemType, string Include), int> _seen = [];

    /// <param name="defaultWorkspace"><c>EasWorkspace</c>; empty = none.</param>
    /// <returns>The enabled services, and what is wrong with names.</returns>
    public (ImmutableArray<ServiceItem> Items, ImmutableArray<Diagnostic> Findings) Read(ProjectItems project, string defaultWorkspace)
    {
        List<string> names = [.. project.Services.Select(item => item.Include)];
        List<AttachedItem> mounts = ReadAttached(Storage, project.Storage, names);
        List<AttachedItem> environment = ReadAttached(PropertyCatalog.EnvironmentVariable, project.EnvironmentVariables, names);
        List<AttachedItem> listeners = ReadAttached(PropertyCatalog.NlbListener, project.NlbListeners, names);
        List<AttachedItem> scaleRules = ReadAttached(PropertyCatalog.ScaleRule, project.ScaleRules, names);

        ImmutableArray<ServiceItem>.Builder items = ImmutableArray.CreateBuilder<ServiceItem>(project.Services.Length);
        foreach (ProjectItem service in project.Services)
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

            items.Add(new ServiceItem(read.Include, read.Location, metadata, [.. mounts.Where(For)], [.. environment.Where(For)])
            {
                ConfigPatch = ReadPatch(read),
                NlbListeners = [.. listeners.Where(For)],
                ScaleRules = [.. scaleRules.Where(For)],
            });

            bool For(AttachedItem attached) =>
                attached.Find(Metadata.Service) is not { } wanted || ServiceSpec.SplitList(wanted.Text).Contains(read.Include, StringComparer.Ordinal);
        }

        foreach (ProjectItem file in project.ServiceFiles)
        {
            if (ReadDocument(file.FullPath, Attached(ServiceFile, file), defaultWorkspace) is { } document)
            {
                items.Add(document);
            }
        }

        return (items.ToImmutable(), _findings.ToImmutable());
    }

    /// <summary>The patch lies beside the project; it must not give the service another name.</summary>
    private ConfigText? ReadPatch(AttachedItem service)
    {
        if (service.Find(Metadata.ConfigPatch) is not { } named || named.Text.Trim().Length == 0)
        {
            return null;
        }

        ConfigText? patch = ReadText(named.Text.Trim(), named.Location);
        if (patch?.Root["metadata"] is JsonObject metadata && metadata["name"] is { } name && name.ToString() != service.Include)
        {
            _findings.Add(BuildDiagnostics.PatchRenames.At(patch.At("/metadata/name"), service.Include.Shown(), name.ToString().Shown()));
        }

        return patch;
    }

    /// <summary>A document is whole: storage, variables and listeners of the project are not added to it.</summary>
    private ServiceItem? ReadDocument(string path, AttachedItem written, string defaultWorkspace)
    {
        bool isOff = written.Find(Metadata.Enabled) is { } enabled && ServiceSpec.ParseFlag(enabled.Text) == false;
        if (isOff || ReadText(path, written.Location) is not { } text)
        {
            return null;
        }

        ServiceItem read = ConfigReader.Read(text);
        ImmutableDictionary<string, ItemValue> metadata = read.Metadata.SetItems(
            written.Metadata.Where(pair => PropertyCatalog.MetadataOf(PropertyCatalog.ServiceFile).Any(known => string.Equals(known.Name, pair.Key, StringComparison.OrdinalIgnoreCase))));
        return read with
        {
            Metadata = defaultWorkspace.Length > 0 && !metadata.ContainsKey(Metadata.Workspace)
                ? metadata.Add(Metadata.Workspace, new ItemValue(defaultWorkspace, written.Location))
                : metadata,
        };
    }

    /// <param name="path">Full, or relative to the project.</param>
    /// <returns>Null when the file cannot be read or is no JSON: then that is a finding, where it was named or in the file.</returns>
    private ConfigText? ReadText(string path, SourceLocation named)
    {
        string file = path;
        try
        {
            file = Path.GetFullPath(path, projectFolder);
            (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(readFile(file), file);
            if (failure is not null)
            {
                _findings.Add(failure);
            }

            return text;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _findings.Add(BuildDiagnostics.CannotRead.At(named, file.Shown(200), wrong.Message.Shown(200).TrimEnd('.')));
            return null;
        }
    }

    private List<AttachedItem> ReadAttached(string itemType, ImmutableArray<ProjectItem> items, List<string> names)
    {
        List<AttachedItem> read = [.. items.Select(item => Attached(itemType, item))];
        CheckServiceNames(itemType, read, names);
        return read;
    }

    private AttachedItem Attached(string itemType, ProjectItem item)
    {
        (string file, string include) = (item.DefiningFile, item.Include);
        int occurrence = _seen[(file, itemType, include)] = _seen.GetValueOrDefault((file, itemType, include), -1) + 1;
        XElement? element = source.FindItem(file, itemType, include, item.Metadata, occurrence);
        ImmutableDictionary<string, ItemValue> metadata = item.Metadata.ToImmutableDictionary(
            pair => pair.Key, pair => new ItemValue(pair.Value, ProjectSource.OfMetadata(file, element, include, pair.Key, pair.Value)), StringComparer.OrdinalIgnoreCase);
        // MSBuild drops a value that is empty, and a variable may well be.
        bool mayBeEmpty = itemType == PropertyCatalog.EnvironmentVariable && !metadata.ContainsKey(Metadata.Value) && !metadata.ContainsKey(Metadata.FromEnvironment)
            && (element is null || ProjectSource.Writes(element, include, Metadata.Value));
        metadata = mayBeEmpty ? metadata.Add(Metadata.Value, new ItemValue("", ProjectSource.OfItem(file, element))) : metadata;
        _findings.AddRange(NameCheck.Metadata(itemType, include, metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)));
        return new AttachedItem(include, ProjectSource.OfItem(file, element), metadata);
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
