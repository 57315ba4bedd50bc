using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using static EasDeploy.Emulator.Eas.ConfigCheck;

namespace EasDeploy.Emulator.Eas;

/// <summary>The storage section.</summary>
/// <remarks>Source: service-config.md §6 (one source per item, absolute mount path, forms of oss, nfs and dataset).</remarks>
internal static class StorageCheck
{
    private static readonly string[] Sources = ["oss", "nfs", "dataset", "git", "image", "empty_dir", "cache"];

    public static void Check(ServiceConfig config)
    {
        foreach (JsonObject item in config.Storage)
        {
            string path = ServiceConfig.TextOf(item["mount_path"]) ?? "";
            Require(path.StartsWith('/'), "storage[].mount_path must be absolute");
            Require(Sources.Count(s => item[s] is not null) == 1, $"storage mounted at {path} needs exactly one source");
            Require(item["oss"] is null || ServiceConfig.TextOf(item["oss"]!["path"])?.StartsWith("oss://", StringComparison.Ordinal) == true,
                "storage[].oss.path must start with oss://");
            Require(item["nfs"] is null || ServiceConfig.TextOf(item["nfs"]!["server"]) is not null && ServiceConfig.TextOf(item["nfs"]!["path"]) is not null,
                "storage[].nfs needs server and path");
            Require(item["nfs"] is null || config.Text("cloud", "networking", "vpc_id") is not null,
                "storage[].nfs needs cloud.networking: the mount point lives in a VPC");
            Require(item["dataset"] is null || ServiceConfig.TextOf(item["dataset"]!["id"])?.StartsWith("d-", StringComparison.Ordinal) == true,
                "storage[].dataset.id must start with d-");
        }
    }
}
