using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Fuzzing;

/// <summary>Answers of the cloud, one of them mutated, through the typed clients, the query, the resolution and the rules. The tests run it short, <c>bench/Fuzz</c> long.</summary>
internal sealed class AnswerFuzzer(int seed)
{
    private static readonly Dictionary<string, string> s_answers = new(StringComparer.Ordinal)
    {
        ["ListWorkspaces"] = """{"RequestId":"r","TotalCount":2,"Workspaces":[{"WorkspaceId":"312319","WorkspaceName":"a","Status":"ENABLED","IsDefault":true},{"WorkspaceId":"312320","WorkspaceName":"b","Status":"DISABLED"}]}""",
        ["ListImages"] = """{"RequestId":"r","TotalCount":2,"Images":[{"ImageId":"image-1","Name":"vllm:0.14.0-gpu","ImageUri":"r/pai-eas/vllm:0.14.0-gpu","Labels":[{"Key":"system.chipType","Value":"GPU"},{"Key":"system.eas.default.port","Value":"8000"}]},{"ImageId":"image-2","Name":"vllm:0.12.0-gpu","Labels":[{"Key":"system.imageUri","Value":"r/pai-eas/vllm:0.12.0-gpu"}]}]}""",
        ["GetImage"] = """{"RequestId":"r","ImageId":"image-1","Name":"vllm:0.14.0-gpu","ImageUri":"r/pai-eas/vllm:0.14.0-gpu","EasConfig":{"script":"vllm serve /model_dir --port 8000","port":8000},"Labels":[{"Key":"system.chipType","Value":"GPU"}]}""",
        ["DescribeMachineSpec"] = """{"RequestId":"r","InstanceMetas":[{"InstanceType":"ecs.gn7i-c16g1.4xlarge","CPU":16,"Memory":60,"GPU":"A10","GPUAmount":1,"GPUMemory":24,"IsAvailable":true,"StockStatus":"WithStock"},{"InstanceType":"ecs.c7.xlarge","CPU":4,"Memory":7.5,"IsAvailable":false,"StockStatus":"NoStock"}]}""",
        ["ListResources"] = """{"RequestId":"r","TotalCount":1,"Resources":[{"ResourceId":"eas-r-1","ResourceName":"production","ResourceType":"Dedicated","Status":"ResourceReady","CpuCount":128,"CpuUsed":20,"Memory":1003520,"MemoryUsed":157696,"GpuCount":16,"GpuUsed":2.5}]}""",
        ["ListGateway"] = """{"RequestId":"r","TotalCount":1,"Gateways":[{"GatewayId":"gw-1","GatewayName":"prod-gw","Status":"Running","InstanceType":"2c4g"}]}""",
        ["DescribeGateway"] = """{"RequestId":"r","GatewayId":"gw-1","GatewayName":"prod-gw","Status":"Running","LoadBalancerList":[{"LoadBalancerId":"alb-1","VpcId":"vpc-1","VSwitchIds":["vsw-1","vsw-2"]}]}""",
        ["ListGatewayIntranetLinkedVpc"] = """{"RequestId":"r","GatewayId":"gw-1","IntranetLinkedVpcList":[{"VpcId":"vpc-1","VSwitchId":"vsw-1","SecurityGroupId":"sg-1","Ip":"10.0.0.1","Status":"Running"}]}""",
        ["DescribeVpcs"] = """{"RequestId":"r","TotalCount":1,"PageNumber":1,"PageSize":50,"Vpcs":{"Vpc":[{"VpcId":"vpc-1","VpcName":"eas","Status":"Available"}]}}""",
        ["DescribeVSwitches"] = """{"RequestId":"r","TotalCount":2,"VSwitches":{"VSwitch":[{"VSwitchId":"vsw-1","VpcId":"vpc-1","ZoneId":"h","AvailableIpAddressCount":240,"Status":"Available"},{"VSwitchId":"vsw-2","VpcId":"vpc-1","ZoneId":"i","AvailableIpAddressCount":1,"Status":"Pending"}]}}""",
        ["DescribeSecurityGroups"] = """{"RequestId":"r","NextToken":"","SecurityGroups":{"SecurityGroup":[{"SecurityGroupId":"sg-1","SecurityGroupName":"d","VpcId":"vpc-1","ServiceManaged":false}]}}""",
        ["ListLoadBalancers"] = """{"RequestId":"r","NextToken":"","TotalCount":1,"LoadBalancers":[{"LoadBalancerId":"nlb-1","LoadBalancerName":"n","LoadBalancerStatus":"Active","VpcId":"vpc-1","ZoneMappings":[{"ZoneId":"h","VSwitchId":"vsw-1"}]}]}""",
        ["GetDataset"] = """{"RequestId":"r","DatasetId":"d-1","Name":"weights","DataSourceType":"OSS","Uri":"oss://a-b/","LatestVersion":{"VersionName":"v1"}}""",
    };

    private static readonly ImmutableArray<string> s_actions = [.. s_answers.Keys.Order(StringComparer.Ordinal)];

    private static readonly ServiceSpec[] s_services = [.. ((string[])["vllm", "vllm:0.14.0-gpu"]).Select(image => Service(image, ("InstanceType", "ecs.gn7i-c16g1.4xlarge")))
        .Append(Service("r/pai-eas/vllm:0.12.0-gpu", ("ResourceGroup", "production"), ("Cpu", "4"), ("Memory", "4000"), ("Gpu", "1")))
        .Append(Service("vllm", ("GpuCount", "1"), ("MinMemory", "7.5")))];

    public FuzzReport Answers(int count) => FuzzRun.Of("answers", seed, count, random =>
    {
        string action = s_actions[random.Next(s_actions.Length)];
        byte[] answer = Mutation.OfJson(random, s_answers[action]);
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "fuzz" };
        using AliyunCloud cloud = new(settings, new Transport(action, answer), new NoStorage());
        try
        {
            Catalog catalog = CatalogQuery.RunAsync(cloud, "cn-hangzhou", s_services, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
            _ = RuleSet.Check(ServiceResolver.Resolve(s_services[random.Next(s_services.Length)], catalog, CheckPurpose.Deployment));
            _ = CatalogJson.Read(CatalogJson.Write(catalog)) ?? throw new InvalidOperationException("the catalog is not read back");
            return true;
        }
        catch (CloudException)
        {
            // Told with its code: what an answer without its list becomes.
            return false;
        }
    });

    private static ServiceSpec Service(string image, params (string Name, string Value)[] more)
    {
        SourceLocation place = new("App.csproj", 9, 5);
        (string, string)[] all =
        [
            ("Image", image), ("Gateway", "prod-gw"), ("VpcId", "vpc-1"), ("VSwitchIds", "vsw-1,vsw-2"), ("SecurityGroupId", "sg-1"), .. more,
        ];
        ServiceItem item = ServiceItem.Create("qwen_chat", place, all.Select(one => KeyValuePair.Create(one.Item1, new ItemValue(one.Item2, place))));
        return ServiceSpec.From(
            item with
            {
                Storage = [Attached("dataset:d-1@v1", "MountPath", "/data")],
                NlbListeners = [Attached("nlb-1", "Port", "9000")],
            },
            DeploymentPolicy.Default);

        AttachedItem Attached(string include, string name, string value) =>
            new(include, place, ImmutableDictionary<string, ItemValue>.Empty.Add(name, new ItemValue(value, place)));
    }

    /// <summary>Hands out the right answers, and for one action the mutated one: a text that is no object is refused as the transports refuse it.</summary>
    private sealed class Transport(string action, byte[] answer) : IAliyunTransport
    {
        public Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct)
        {
            try
            {
                JsonDocument document = request.Action == action ? JsonDocument.Parse(answer) : JsonDocument.Parse(s_answers[request.Action]);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    return Task.FromResult(document);
                }
            }
            catch (JsonException)
            {
                // Told below.
            }

            throw CloudException.Of(CloudDiagnostics.NotJson, null, request.Action, "h", "no object");
        }

        public void Dispose()
        {
        }
    }

    private sealed class NoStorage : IStorageListing
    {
        public Task<ImmutableArray<Bucket>> ListBucketsAsync(CancellationToken ct) => Task.FromResult<ImmutableArray<Bucket>>([]);

        public Task<ImmutableArray<StorageEntry>> ListFolderAsync(string bucket, string? region, string folder, int limit, CancellationToken ct) =>
            Task.FromResult<ImmutableArray<StorageEntry>>([]);

        public Task<FolderListing> ListObjectsAsync(string bucket, string? region, string folder, int limit, CancellationToken ct) =>
            Task.FromResult(new FolderListing([], IsCut: false));

        public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string? region, string key, int limit, CancellationToken ct) =>
            Task.FromResult<ReadOnlyMemory<byte>?>(null);

        public void Dispose()
        {
        }
    }
}
