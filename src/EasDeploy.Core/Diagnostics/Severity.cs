namespace EasDeploy.Diagnostics;

/// <summary>What a finding means for the service.</summary>
public enum Severity
{
    /// <summary>A choice we made, with its reason.</summary>
    Info,

    /// <summary>Works, probably not meant, or costs money.</summary>
    Warning,

    /// <summary>The service cannot work.</summary>
    Error,
}
