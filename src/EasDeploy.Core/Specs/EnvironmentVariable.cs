namespace EasDeploy.Specs;

/// <summary>A variable of the container's environment.</summary>
public sealed record EnvironmentVariable(string Name, string Value);
