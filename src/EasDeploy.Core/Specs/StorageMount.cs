using EasDeploy.Diagnostics;

namespace EasDeploy.Specs;

/// <summary>A folder in the container that comes from elsewhere.</summary>
/// <param name="Source">As written, for example <c>oss://bucket/folder/</c>.</param>
/// <param name="MountPath">Absolute path in the container.</param>
/// <remarks>Source: deployment workflow, step 2.2; a model is used by its local path, never by its oss:// address.</remarks>
public sealed record StorageMount(Given<string> Source, Given<string> MountPath, bool ReadOnly)
{
    /// <summary>Where the author wrote whether it may be written to; else that of the source.</summary>
    public SourceLocation PlaceOfAccess { get; init; } = Source.Location;

    /// <summary>Null when the text has no known form, which a rule reports.</summary>
    public StorageSource? Parsed { get; } = StorageSource.Parse(Source.Value);
}
