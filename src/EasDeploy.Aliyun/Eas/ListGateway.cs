using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>A dedicated gateway.</summary>
/// <param name="Id"><c>gw-…</c>.</param>
/// <param name="Status">
/// <c>Creating</c>, <c>Waiting</c>, <c>Running</c>, …; one vendor sample writes <c>PrivateGatewayRunning</c>, given here without the prefix.
/// </param>
/// <remarks>Source: openapi.md sections 5.1 and 5.3.</remarks>
public sealed record Gateway(
    string Id, string Name, string Status, string InstanceType, int Replicas, bool IsDefault,
    bool InternetEnabled, string? InternetDomain, bool IntranetEnabled, string? IntranetDomain);

public sealed partial class EasClient
{
    private const string PrivateGatewayPrefix = "PrivateGateway";

    /// <summary>Every dedicated gateway of the region.</summary>
    /// <remarks>Source: deployment workflow, phase 4; openapi.md section 5.1 (the operation is called ListGateway, singular).</remarks>
    public Task<ImmutableArray<Gateway>> ListGatewayAsync(CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Get("ListGateway", "/gateways", new ApiQuery { { "PageNumber", page }, { "PageSize", 100 } }),
        "Gateways",
        ToGateway,
        gateway => gateway.Id,
        ct);

    private static Gateway? ToGateway(JsonElement row)
    {
        string status = row.Text("Status") ?? "";
        return row.Text("GatewayId") is { } id
            ? new Gateway(
                id,
                row.Text("GatewayName") ?? "",
                status.StartsWith(PrivateGatewayPrefix, StringComparison.Ordinal) ? status[PrivateGatewayPrefix.Length..] : status,
                row.Text("InstanceType") ?? "",
                row.Count("Replicas") ?? 0,
                row.Flag("IsDefault") ?? false,
                row.Flag("InternetEnabled") ?? false,
                row.Text("InternetDomain"),
                row.Flag("IntranetEnabled") ?? false,
                row.Text("IntranetDomain"))
            : null;
    }
}
