namespace EasDeploy.Aliyun.Credentials;

/// <summary>Where credentials may lie: the environment and the home folder, given by the caller.</summary>
/// <param name="GetEnvironmentVariable">Value of a variable; null or empty = not set.</param>
/// <param name="HomeFolder">Full path of the user's home folder.</param>
public sealed record CredentialPlaces(Func<string, string?> GetEnvironmentVariable, string HomeFolder)
{
    /// <summary>The places of this process.</summary>
    public static CredentialPlaces OfThisProcess { get; } = new(
        Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>Where temporary keys are asked for.</summary>
    internal CredentialServices Services { get; init; } = new();

    /// <summary>The CLI's configuration file.</summary>
    internal string ConfigFile => Path.Combine(HomeFolder, ".aliyun", "config.json");

    /// <summary>Value of a variable; null when it is not set or blank.</summary>
    internal string? Variable(string name)
    {
        string? value = GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    internal bool IsTrue(string name) => string.Equals(Variable(name), "true", StringComparison.OrdinalIgnoreCase);
}
