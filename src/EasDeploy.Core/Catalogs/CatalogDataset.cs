namespace EasDeploy.Catalogs;

/// <summary>A dataset of PAI.</summary>
/// <param name="Id"><c>d-…</c>.</param>
/// <param name="DataSourceType"><c>OSS</c>, <c>NAS</c>, …</param>
/// <remarks>Source: AIWorkSpace 2021-02-04 GetDataset.</remarks>
public sealed record CatalogDataset(string Id, string Name, string DataSourceType);
