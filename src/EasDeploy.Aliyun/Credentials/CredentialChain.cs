using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Looks for credentials in the order the official libraries use. Nothing is sent while looking.</summary>
/// <remarks>Source: openapi.md section 9.1.</remarks>
public static class CredentialChain
{
    /// <param name="profile">Profile asked for by name (<c>EasProfile</c>): then only the profile counts; null = the whole chain.</param>
    public static CredentialSearch Find(string? profile, CredentialPlaces places)
    {
        List<string> lookedAt = [];
        ImmutableArray<Diagnostic>.Builder findings = ImmutableArray.CreateBuilder<Diagnostic>();
        try
        {
            CredentialSource? source = string.IsNullOrWhiteSpace(profile)
                ? EnvironmentCredentials.FindKey(places, lookedAt)
                    ?? EnvironmentCredentials.FindOidc(places, lookedAt)
                    ?? ProfileCredentials.Find(null, places, lookedAt, findings)
                    ?? IniCredentials.Find(places, lookedAt, findings)
                    ?? EnvironmentCredentials.FindEcsRole(places, lookedAt)
                    ?? EnvironmentCredentials.FindUri(places, lookedAt)
                : ProfileCredentials.Find(profile.Trim(), places, lookedAt, findings);
            return new CredentialSearch(source, [.. lookedAt], null, findings.ToImmutable());
        }
        catch (CloudException unusable)
        {
            return new CredentialSearch(null, [.. lookedAt], unusable, findings.ToImmutable());
        }
    }
}
