using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>The catalog as a file: <c>obj/…/eas/catalog.json</c>.</summary>
public static class CatalogJson
{
    public static byte[] Write(ProjectCatalog catalog) => JsonSerializer.SerializeToUtf8Bytes(catalog, CatalogJsonContext.Default.ProjectCatalog);

    /// <returns>Null when the text is not the catalog of a project, of this version.</returns>
    public static ProjectCatalog? ReadProject(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CatalogJsonContext.Default.ProjectCatalog);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write(Catalog catalog) => JsonSerializer.SerializeToUtf8Bytes(catalog, CatalogJsonContext.Default.Catalog);

    /// <returns>Null when the text is not a catalog of this version: the caller queries again.</returns>
    public static Catalog? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CatalogJsonContext.Default.Catalog);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, IgnoreReadOnlyProperties = true, Converters = [typeof(FiniteNumberConverter)])]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(ProjectCatalog))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;
