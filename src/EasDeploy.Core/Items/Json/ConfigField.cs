namespace EasDeploy.Items.Json;

/// <summary>JSON types a field may have.</summary>
[Flags]
public enum JsonTypes
{
    Text = 1,
    WholeNumber = 2,
    Number = 4,
    Flag = 8,
    Section = 16,
    List = 32,

    /// <summary>A section or list whose inside is not described: it passes untouched.</summary>
    Open = 64,
}

/// <summary>A field of the service document.</summary>
/// <param name="Path">Names joined by dots, <c>[]</c> behind a list: <c>containers[].port</c>. A name with dots stands in double quotes.</param>
public sealed record ConfigField(string Path, JsonTypes Types);
