namespace EasDeploy.Specs;

/// <summary>An OSS folder in the container.</summary>
/// <param name="Source"><c>oss://bucket/folder/</c>.</param>
/// <param name="MountPath">Absolute path in the container.</param>
/// <remarks>Source: deployment workflow, step 2.2; a model is used by its local path, never by its oss:// address.</remarks>
public sealed record StorageMount(Given<string> Source, Given<string> MountPath, bool ReadOnly);
