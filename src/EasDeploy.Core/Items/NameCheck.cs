using EasDeploy.Diagnostics;

namespace EasDeploy.Items;

/// <summary>Finds misspelt metadata and property names.</summary>
public static class NameCheck
{
    /// <summary>A metadata name nobody declared is an error: the value would be lost in silence.</summary>
    /// <param name="written">Name of each metadata the author gave, with its place.</param>
    public static IEnumerable<Diagnostic> Metadata(string itemType, string include, IEnumerable<KeyValuePair<string, ItemValue>> written)
    {
        List<string> known = [.. PropertyCatalog.MetadataOf(itemType).Select(declaration => declaration.Name)];
        foreach ((string name, ItemValue value) in written)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                string repair = NearestName.Of(name, known) is { } nearest ? $"'{nearest}'" : "one of " + string.Join(", ", known);
                yield return BuildDiagnostics.UnknownMetadata.At(value.Location, name, itemType, include, repair);
            }
        }
    }

    /// <summary>A property is reported only when it looks like one of ours: other packages have names too.</summary>
    public static IEnumerable<Diagnostic> Properties(IEnumerable<KeyValuePair<string, SourceLocation>> written)
    {
        List<string> known = [.. PropertyCatalog.Properties.Select(declaration => declaration.Name)];
        foreach ((string name, SourceLocation location) in written)
        {
            bool looksLikeOurs = name.StartsWith("Eas", StringComparison.OrdinalIgnoreCase) || name.Contains("ToEas", StringComparison.OrdinalIgnoreCase);
            if (looksLikeOurs && !known.Contains(name, StringComparer.OrdinalIgnoreCase) && NearestName.Of(name, known) is { } nearest)
            {
                yield return BuildDiagnostics.UnknownProperty.At(location, name, $"'{nearest}'");
            }
        }
    }
}
