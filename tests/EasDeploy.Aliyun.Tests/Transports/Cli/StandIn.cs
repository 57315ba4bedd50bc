using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Transports.Cli;

/// <summary>The program that stands in for <c>aliyun</c>.</summary>
internal static class StandIn
{
    /// <summary>Folder to put on a PATH.</summary>
    public static string Folder { get; } = Path.Combine(
        Repository.Root, "tests", "EasDeploy.AliyunStandIn", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public static AliyunCli Cli { get; } = new(
        Path.Combine(Folder, OperatingSystem.IsWindows() ? "aliyun.exe" : "aliyun"), new NuGet.Versioning.NuGetVersion(3, 4, 11));
}
