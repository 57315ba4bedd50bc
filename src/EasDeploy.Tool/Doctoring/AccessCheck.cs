using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Doctoring;

/// <summary>Looks at what the calls would be made with. A credential is told by its source, never by its value.</summary>
internal static class AccessCheck
{
    public static CheckUp Region(CloudAccess access, CredentialPlaces places)
    {
        const string Name = "Region";
        string? region = access.Region.Length > 0 ? access.Region : access.IsEmulated ? access.FindRegion() : RegionLookup.Find(NullIfEmpty(access.Profile), places)?.Region;
        string origin = access.Region.Length > 0 ? "--region"
            : access.IsEmulated ? "the emulator's own"
            : RegionLookup.Find(NullIfEmpty(access.Profile), places)?.Origin ?? "";
        return region is null
            ? new CheckUp(CheckState.Bad, Name, "none is set", "Add --region cn-hangzhou, or set ALIBABA_CLOUD_REGION_ID, or <EasRegion> in a project")
            : new CheckUp(CheckState.Good, Name, $"{region} ({origin})");
    }

    public static IEnumerable<CheckUp> Credentials(CloudAccess access, CredentialPlaces places)
    {
        const string Name = "Credentials";
        if (access.IsEmulated)
        {
            yield return new CheckUp(CheckState.Good, Name, "the emulator's test keys; real ones are not looked at");
            yield break;
        }

        CredentialSearch search = CredentialChain.Find(NullIfEmpty(access.Profile), places);
        foreach (Diagnostic finding in search.Findings)
        {
            yield return new CheckUp(CheckState.Warning, Name, $"{finding.Code}: {finding.Message}");
        }

        yield return search switch
        {
            { Source: { } source } => new CheckUp(CheckState.Good, Name, $"from {source.Origin}"),
            { Unusable: { } broken } => new CheckUp(CheckState.Bad, Name, $"{broken.Descriptor.Code}: {broken.Message}"),
            _ when access.Transport != TransportChoice.Https && AliyunCli.Locate(places) is not null =>
                new CheckUp(CheckState.Warning, Name, "none for HTTPS: calls go through the aliyun CLI, which has its own", "Run 'aliyun configure' once if they are refused"),
            _ => new CheckUp(
                CheckState.Bad,
                Name,
                $"none. Looked at: {string.Join("; ", search.LookedAt)}",
                "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run 'aliyun configure', or try --emulator"),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
