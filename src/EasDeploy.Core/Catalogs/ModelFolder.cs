using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>Whether a folder could be looked into.</summary>
[JsonConverter(typeof(NamedValueConverter<FolderState>))]
public enum FolderState
{
    Listed,

    /// <summary>The credentials may not list it, or storage did not answer: rules that read it rest.</summary>
    NotReadable,

    /// <summary>There is no bucket of this name, in any account.</summary>
    NoBucket,

    /// <summary>The bucket lives in another region, so it cannot be mounted and was not looked into.</summary>
    OtherRegion,
}

/// <summary>What a folder of object storage holds, judged once by the names and sizes of its objects. Small enough to keep in a file.</summary>
/// <param name="Path"><c>oss://bucket/folder/</c>, or one file below it where the start command names one.</param>
/// <param name="Detail">Code of the refusal when the state is <see cref="FolderState.NotReadable"/>; else null.</param>
/// <param name="ObjectCount">Objects seen, sub-folders included; the folder's own marker is none.</param>
/// <param name="IsCut">There are more objects than were read.</param>
/// <param name="Kind">Kind of model, by <see cref="ModelKinds"/>.</param>
/// <param name="WeightsBytes">Bytes that serving loads, no format counted twice; null = no weights seen, or their sizes are not told.</param>
/// <param name="HasConfig">A <c>config.json</c> (or Mistral's <c>params.json</c>) lies at the top.</param>
/// <param name="HasTokenizer">A tokenizer file lies at the top.</param>
/// <param name="InnerFolder">The one sub-folder that looks like a model where the top does not, for example <c>Qwen3-8B/</c>; null = none or several.</param>
/// <param name="Config">What <c>config.json</c> says; null = none, too large, or not to be read.</param>
public sealed record ModelFolder(
    string Path,
    FolderState State,
    string? Detail,
    int ObjectCount,
    bool IsCut,
    ModelKind Kind,
    long? WeightsBytes,
    bool HasConfig,
    bool HasTokenizer,
    string? InnerFolder,
    ModelConfig? Config)
{
    /// <summary>Nothing lies there.</summary>
    public bool IsEmpty => State == FolderState.Listed && ObjectCount == 0;

    /// <summary>A folder that was not looked into, and why.</summary>
    public static ModelFolder NotListed(string path, FolderState state, string? detail = null) =>
        new(path, state, detail, 0, false, ModelKind.Unknown, null, false, false, null, null);

    /// <summary>Judges a listing.</summary>
    /// <param name="config">What was read of the top's <c>config.json</c>; null = nothing.</param>
    public static ModelFolder Of(string path, FolderListing listing, ModelConfig? config)
    {
        ModelFiles files = new(path, listing.Files);
        ModelKind kind = ModelKinds.Of(files, config);
        return new ModelFolder(
            path, FolderState.Listed, null, listing.Files.Length, listing.IsCut, kind, files.WeightsBytes(kind), files.HasConfig, files.HasTokenizer, files.InnerFolder, config);
    }
}
