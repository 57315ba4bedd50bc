namespace EasDeploy.Catalogs;

/// <summary>A PAI workspace.</summary>
/// <param name="Id">Digits as text.</param>
/// <param name="Status"><c>ENABLED</c>, <c>DISABLED</c>, <c>FROZEN</c>, …</param>
/// <remarks>Source: AIWorkSpace 2021-02-04 ListWorkspaces.</remarks>
public sealed record Workspace(string Id, string Name, string Status, bool IsDefault);
