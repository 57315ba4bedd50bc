using System.Security.Cryptography;
using System.Text;
using EasDeploy.Configs;
using EasDeploy.Execution;

namespace EasDeploy.Plans;

/// <summary>Tells whether a live service is still the one that was looked at. Its status does not count.</summary>
/// <param name="CreateTime">As the API writes it; null = no service had the name.</param>
/// <param name="LatestVersion">Newest version there was; null = unknown.</param>
/// <param name="Hash">SHA-256 of the live document; null = unknown.</param>
public sealed record LivePrint(string? CreateTime, int? LatestVersion, string? Hash)
{
    public static LivePrint None { get; } = new(null, null, null);

    public static LivePrint Of(LiveService? live) => live is null
        ? None
        : new LivePrint(live.CreateTime, live.LatestVersion, live.ServiceConfig is { } text ? HashOf(text) : null);

    /// <summary>SHA-256 of a config as its file holds it: references, never the values they stand for.</summary>
    public static string HashOf(ServiceConfig config) => HashOf(config.Text);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
