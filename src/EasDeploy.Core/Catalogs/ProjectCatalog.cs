using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>The catalog of a project: one for all services, or, built from a lock, one for each.</summary>
/// <param name="Whole">For every service that has none of its own.</param>
/// <param name="OfService">By service name; empty unless a lock is used.</param>
public sealed record ProjectCatalog(Catalog Whole, ImmutableDictionary<string, Catalog> OfService)
{
    [JsonIgnore]
    public bool IsLocked => !OfService.IsEmpty;

    /// <summary>One catalog for every service.</summary>
    public static ProjectCatalog ForAll(Catalog catalog) => new(catalog, ImmutableDictionary<string, Catalog>.Empty);

    public Catalog For(string serviceName) => OfService.GetValueOrDefault(serviceName) ?? Whole;
}
