namespace EasDeploy.Resolution;

/// <summary>Where a start command came from.</summary>
public enum StartCommandOrigin
{
    /// <summary>Neither the author nor the image gives one, and the family has no typical one.</summary>
    None,
    Author,

    /// <summary>The image's own.</summary>
    Preset,

    /// <summary>The family's typical one.</summary>
    Typical,
}

/// <summary>How the container starts: a shell script, or one plain command.</summary>
/// <param name="UnrewritablePreset">The preset names another port or model path and its form is not known: the author must write Script.</param>
/// <remarks>Source: design rulings K15, K16, K31, C05.</remarks>
public sealed record StartCommand(string? Script, string? Command, StartCommandOrigin Origin, bool UnrewritablePreset)
{
    /// <summary>What a document gives its command; null = nothing.</summary>
    public string? Arguments { get; init; }

    public string Text => Script ?? (Arguments is null ? Command : $"{Command} {Arguments}") ?? "";
}
