using EasDeploy.Aliyun.Credentials;

namespace EasDeploy.Aliyun;

/// <summary>User-level state: catalog cache, wizard answers, emulator handle.</summary>
/// <remarks>Source: design.md section 8.</remarks>
public static class StateFolder
{
    /// <returns>Full path: <c>EAS_HOME</c>, else <c>easdeploy</c> in the platform's cache folder. Not created.</returns>
    public static string PathFor(CredentialPlaces places)
    {
        if (places.Variable("EAS_HOME") is { } home)
        {
            return Path.GetFullPath(home, places.HomeFolder);
        }

        string cache = OperatingSystem.IsWindows()
            ? places.Variable("LOCALAPPDATA") ?? Path.Combine(places.HomeFolder, "AppData", "Local")
            : OperatingSystem.IsMacOS()
                ? Path.Combine(places.HomeFolder, "Library", "Caches")
                : places.Variable("XDG_CACHE_HOME") is { } folder && Path.IsPathRooted(folder)
                    ? folder
                    : Path.Combine(places.HomeFolder, ".cache");
        return Path.Combine(cache, "easdeploy");
    }
}
