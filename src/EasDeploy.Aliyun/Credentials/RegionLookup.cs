using System.Text.Json;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>A region that was found outside the project.</summary>
/// <param name="Origin">Name of the variable, or profile and file.</param>
public sealed record FoundRegion(string Region, string Origin);

/// <summary>Finds the region when the project sets none.</summary>
/// <remarks>Source: design.md section 3 (<c>EasRegion</c>); openapi.md section 9.1: the official chain reads no region, so this order is ours.</remarks>
public static class RegionLookup
{
    private const string Variable = "ALIBABA_CLOUD_REGION_ID";

    /// <returns>ALIBABA_CLOUD_REGION_ID, then <c>region_id</c> of the profile; null when neither says one. A broken file says none.</returns>
    public static FoundRegion? Find(string? profile, CredentialPlaces places)
    {
        if (places.Variable(Variable) is { } fromEnvironment)
        {
            return new FoundRegion(fromEnvironment, Variable);
        }

        if (string.IsNullOrWhiteSpace(profile) && places.IsTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))
        {
            return null;
        }

        try
        {
            CliConfigFile? file = CliConfigFile.Read(places);
            string? name = string.IsNullOrWhiteSpace(profile) ? places.Variable("ALIBABA_CLOUD_PROFILE") ?? file?.Current : profile.Trim();
            return file is not null && name is not null && file.Profiles.TryGetValue(name, out JsonElement found)
                && found.Text("region_id") is { Length: > 0 } region
                ? new FoundRegion(region, $"profile '{name}' of {file.Path}")
                : null;
        }
        catch (CloudException)
        {
            return null;
        }
    }
}
