using System.Collections.Immutable;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Catalogs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 2, step 2.2: what is mounted, from where, to where.</summary>
/// <remarks>Source: deployment workflow, step 2.2; NAS, CPFS and datasets: checklist X31 to X33, design ruling K19.</remarks>
internal sealed class StorageScreen(Conversation talk, WizardCloud cloud)
{
    private const int MostEntries = 1000;

    /// <summary>Folders of one list whose kind is looked up.</summary>
    private const int MostDescribed = 30;

    /// <summary>Objects of a folder that tell its kind.</summary>
    private const int MostRead = 200;

    private static readonly ImmutableArray<Choice> s_mount =
    [
        new("yes", "Yes", "Mount model files or data"),
        new("no", "No (skip)", "No storage mount"),
    ];

    private static readonly ImmutableArray<Choice> s_types =
    [
        new("oss", "OSS", "Mount OSS bucket (most common)"),
        new("nas", "NAS", "Mount NAS file system"),
        new("cpfs", "CPFS", "Mount CPFS"),
        new("dataset", "Dataset", "Use PAI dataset"),
    ];

    public async Task<ServiceDraft> StorageAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(Metadata.Model, Metadata.ModelMountPath) with { Storage = [] };
        talk.Say("Do you need to mount storage?");
        if ((await talk.ChooseAsync(Choice.List(Questions.Mount, "Option", s_mount), ct)).Key == "no")
        {
            return bare;
        }

        while (true)
        {
            talk.Say("Storage type:");
            string type = (await talk.ChooseAsync(Choice.List(Questions.StorageType, "Storage Type", s_types), ct)).Key;
            string? source = type switch
            {
                "oss" => await OssFolderAsync(bare, ct),
                "dataset" => await DatasetAsync(bare, ct),
                _ => await MountTargetAsync(bare, type, ct),
            };
            if (source is not null)
            {
                return await MountPathAsync(type == "oss" ? await new ModelAdvice(talk, cloud).FitImageAsync(bare, source, ct) : bare, type, source, ct);
            }
        }
    }

    private async Task<ServiceDraft> MountPathAsync(ServiceDraft bare, string type, string source, CancellationToken ct)
    {
        string path = await talk.ValueAsync(
            Questions.MountPath, "Mount path", text => AnswerCheck.FirstNew(bare, Mounted(bare, type, source, text)), ct);
        return Mounted(bare, type, source, path);
    }

    // A model is read, never written: the mount is read-only.
    private static ServiceDraft Mounted(ServiceDraft bare, string type, string source, string path) => type == "oss"
        ? path == Questions.MountPath.Default ? bare.With(Metadata.Model, source) : bare.With(Metadata.Model, source).With(Metadata.ModelMountPath, path)
        : bare with { Storage = [DraftItem.Create(source, (Metadata.Service, bare.Name), (Metadata.MountPath, path), (Metadata.ReadOnly, "true"))] };

    /// <returns><c>oss://bucket/folder/</c>; null = nothing there to choose.</returns>
    private async Task<string?> OssFolderAsync(ServiceDraft draft, CancellationToken ct)
    {
        IStorageListing storage = (await cloud.OpenAsync(ct)).Storage;
        while (true)
        {
            ImmutableArray<Bucket> buckets = await storage.ListBucketsAsync(ct);
            if (buckets.IsEmpty)
            {
                talk.Say("The account has no OSS bucket.", Tone.Warning);
                return null;
            }

            talk.Say("OSS bucket:");
            Bucket bucket = await talk.ChooseAsync(
                new RowList<Bucket>(Questions.Bucket, Listings.Buckets.Columns, buckets, row => [row.Name]), ct);
            if (bucket.Region.Length > 0 && bucket.Region != draft.Region)
            {
                talk.Refuse(Questions.Bucket, bucket.Name, $"a bucket of {draft.Region}: one of another region cannot be mounted");
            }
            else if (await FolderAsync(storage, bucket, ct) is { } folder)
            {
                return $"oss://{bucket.Name}/{folder}";
            }
        }
    }

    /// <returns>With its final slash; null = the bucket has no folders.</returns>
    private async Task<string?> FolderAsync(IStorageListing storage, Bucket bucket, CancellationToken ct)
    {
        string parent = "";
        while (true)
        {
            ImmutableArray<StorageEntry> folders =
                [.. (await storage.ListFolderAsync(bucket.Name, bucket.Region, parent, MostEntries, ct)).Where(entry => entry.IsFolder)];
            if (folders.IsEmpty && parent.Length == 0)
            {
                talk.Refuse(Questions.Bucket, bucket.Name, "a bucket that has folders: this one has none");
                return null;
            }

            talk.Say($"Selected Bucket: {bucket.Name}{(parent.Length == 0 ? "" : "\nFolder: " + parent)}");
            ModelFolder chosen = await talk.ChooseAsync(
                Folders(await Task.WhenAll(folders.Select((entry, i) => LookAsync(storage, bucket, entry.Key, isRead: i < MostDescribed, ct))), bucket, parent), ct);
            string key = KeyOf(chosen, bucket);
            FolderListing inside = await storage.ListObjectsAsync(bucket.Name, bucket.Region, key, MostEntries, ct);
            if (inside.Files.IsEmpty)
            {
                talk.Refuse(Questions.Folder, key, "a folder that holds something");
            }
            else if (ModelFolder.Of(chosen.Path, inside, null).Kind == ModelKind.Unknown && inside.Files.All(file => file.Path.Contains('/', StringComparison.Ordinal)))
            {
                // Nothing but folders, and together no model: they are on the way to it.
                parent = key;
            }
            else
            {
                return key;
            }
        }
    }

    private static RowList<ModelFolder> Folders(ModelFolder[] rows, Bucket bucket, string parent) =>
        new(
            Questions.Folder,
            [new("Path", row => KeyOf(row, bucket)[parent.Length..]), new("Description", row => DescriptionOf(row.Kind))],
            [.. rows],
            row => [KeyOf(row, bucket), KeyOf(row, bucket)[parent.Length..], KeyOf(row, bucket)[parent.Length..].TrimEnd('/')])
        {
            Footer = "Select model directory (enter number):",
            FreeEntry = text => text.Contains('/', StringComparison.Ordinal)
                ? ModelFolder.NotListed(PathOf(bucket, text.Trim('/') + "/"), FolderState.Listed)
                : null,
        };

    private static async Task<ModelFolder> LookAsync(IStorageListing storage, Bucket bucket, string key, bool isRead, CancellationToken ct) => isRead
        ? ModelFolder.Of(PathOf(bucket, key), await storage.ListObjectsAsync(bucket.Name, bucket.Region, key, MostRead, ct), null)
        : ModelFolder.NotListed(PathOf(bucket, key), FolderState.NotReadable);

    private static string PathOf(Bucket bucket, string key) => $"oss://{bucket.Name}/{key}";

    private static string KeyOf(ModelFolder folder, Bucket bucket) => folder.Path[PathOf(bucket, "").Length..];

    private static string DescriptionOf(ModelKind kind) => kind switch
    {
        ModelKind.HuggingFace => "LLM model",
        ModelKind.Gguf => "LLM model (GGUF)",
        ModelKind.Diffusion or ModelKind.Checkpoint => "Image generation model",
        ModelKind.Speech => "Speech model",
        ModelKind.Triton => "Triton model repository",
        ModelKind.TensorFlow => "TensorFlow model",
        ModelKind.Tabular => "Tabular model",
        ModelKind.Onnx => "ONNX model",
        ModelKind.Torch => "PyTorch model",
        _ => "-",
    };

    private async Task<string?> DatasetAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<Dataset> datasets = await WizardCloud.IfPermittedAsync(cloud.DatasetsAsync(draft[Metadata.Workspace], ct));
        if (datasets.IsEmpty)
        {
            talk.Say("The workspace has no OSS dataset.", Tone.Warning);
            return null;
        }

        talk.Say("Dataset:");
        Dataset dataset = await talk.ChooseAsync(
            new RowList<Dataset>(
                Questions.Dataset, [new("Dataset ID", row => row.Id), new("Name", row => row.Name), new("Version", row => row.LatestVersion ?? "-")], datasets,
                row => [row.Id, row.Name]),
            ct);
        return dataset.LatestVersion is { } version ? $"dataset:{dataset.Id}@{version}" : $"dataset:{dataset.Id}";
    }

    private async Task<string> MountTargetAsync(ServiceDraft draft, string type, CancellationToken ct)
    {
        while (true)
        {
            string target = await talk.TextAsync(Questions.MountTarget, $"{type.ToUpperInvariant()} mount target (server:/path):", ct);
            if (AnswerCheck.FirstNew(draft, Mounted(draft, type, target, Questions.MountPath.Default)) is not { } wrong)
            {
                return target;
            }

            talk.Refuse(Questions.MountTarget, wrong);
        }
    }
}
