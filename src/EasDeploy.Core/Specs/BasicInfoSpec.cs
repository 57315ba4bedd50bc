namespace EasDeploy.Specs;

/// <summary>Phase 1: who the service is.</summary>
/// <param name="Name">Wanted name; 3-63 characters of <c>a-z 0-9 _</c> once the rules have passed.</param>
/// <param name="Workspace">Id or name; null = chosen by resolution.</param>
public sealed record BasicInfoSpec(string Name, Given<string>? Workspace);
