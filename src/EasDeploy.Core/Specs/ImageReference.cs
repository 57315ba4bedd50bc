namespace EasDeploy.Specs;

/// <summary>How the author named the image.</summary>
/// <param name="Text">As written, trimmed.</param>
public sealed record ImageReference(string Text)
{
    /// <summary>A full registry address; <c>name:tag</c> otherwise.</summary>
    public bool IsAddress => Text.Contains('/', StringComparison.Ordinal);

    /// <summary><c>name:tag</c> without registry and namespace.</summary>
    public string ShortName => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Neither an address nor tagged: the newest image of the family is meant.</summary>
    public bool IsBareFamily => !IsAddress && !Text.Contains(':', StringComparison.Ordinal) && !Text.Contains('@', StringComparison.Ordinal);

    /// <summary>The part of the short name after the colon; empty = none.</summary>
    public string Tag => ShortName.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? ShortName[(colon + 1)..] : "";

    /// <summary>The part of the short name before the tag, for example <c>vllm</c>.</summary>
    public string Family => ShortName.Split(':', '@')[0];

    public override string ToString() => Text;
}
