using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>The seed data of one region. Rows are shared: copy before answering.</summary>
internal sealed class Catalog(string region)
{
    public IReadOnlyList<JsonObject> Images { get; } = Rows("images.json", region, "Images");

    public IReadOnlyList<JsonObject> InstanceTypes { get; } = Rows("machine-specs.json", region, "InstanceMetas");

    /// <summary>The same rows by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> InstanceTypesByName { get; } = Rows("machine-specs.json", region, "InstanceMetas")
        .ToDictionary(t => t["InstanceType"]!.GetValue<string>(), StringComparer.Ordinal);

    public JsonArray SpecTypes { get; } = SeedFile.Read("machine-specs.json", region)["Types"]!.AsArray();

    public IReadOnlyList<JsonObject> Workspaces { get; } = Rows("workspaces.json", region, "Workspaces");

    public JsonObject ResourceLimits { get; } = SeedFile.Read("workspaces.json", region)[nameof(ResourceLimits)]!.AsObject();

    public IReadOnlyList<JsonObject> Resources { get; } = Rows("resources.json", region, "Resources");

    public IReadOnlyList<JsonObject> Gateways { get; } = Rows("gateways.json", region, "Gateways");

    /// <summary>Gateway id to the bodies of DescribeGateway and ListGatewayIntranetLinkedVpc.</summary>
    public JsonObject GatewayDetails { get; } = SeedFile.Read("gateway-details.json", region);

    public IReadOnlyList<JsonObject> Datasets { get; } = Rows("datasets.json", region, "Datasets");

    public IReadOnlyList<JsonObject> Vpcs { get; } = Rows("vpcs.json", region, "Vpcs", "Vpc");

    public IReadOnlyList<JsonObject> VSwitches { get; } = Rows("vswitches.json", region, "VSwitches", "VSwitch");

    public IReadOnlyList<JsonObject> SecurityGroups { get; } = Rows("security-groups.json", region, "SecurityGroups", "SecurityGroup");

    public IReadOnlyList<JsonObject> LoadBalancers { get; } = Rows("nlbs.json", region, "LoadBalancers");

    public IReadOnlyList<JsonObject> Buckets { get; } = Rows("buckets.json", region, "Buckets", "Bucket");

    /// <summary>Bucket name to object keys.</summary>
    public IReadOnlyDictionary<string, string[]> BucketObjects { get; } = SeedFile.Read("bucket-objects.json", region)
        .ToDictionary(b => b.Key, b => b.Value!.AsArray().Select(k => k!.GetValue<string>()).ToArray());

    private static IReadOnlyList<JsonObject> Rows(string file, string region, params string[] path) =>
        [.. path.Aggregate((JsonNode)SeedFile.Read(file, region), (node, name) => node[name]!).AsArray().Select(r => r!.AsObject())];
}
