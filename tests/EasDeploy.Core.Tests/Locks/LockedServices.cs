using System.Text;
using EasDeploy.Catalogs;
using EasDeploy.Items.Json;
using EasDeploy.Specs;

namespace EasDeploy.Locks;

/// <summary>Services of every shape that ask something of the catalog; none has an error.</summary>
internal static class LockedServices
{
    private static readonly TestService s_custom = TestService.Valid.With("Image", "registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2").With("Script", "serve --port 8000");

    public static IReadOnlyList<TestService> All { get; } =
    [
        TestService.Valid.Named("plain"),
        TestService.Valid.Named("left_workspace").Without("Workspace"),
        TestService.Valid.Named("by_workspace_name").With("Workspace", "production"),
        TestService.Valid.Named("unknown_workspace").With("Workspace", "999999"),
        TestService.Valid.Named("disabled_workspace").With("Workspace", "old_team"),
        TestService.Valid.Named("family").With("Image", "vllm"),
        TestService.Valid.Named("family_range").With("Image", "vllm").With("ImageVersion", "[0.12,0.13]"),
        TestService.Valid.Named("family_chip").With("Image", "vllm").With("Chip", "XPU").With("InstanceType", "ecs.egs1-c8x1.2xlarge"),
        TestService.Valid.Named("address").With("Image", "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu"),
        s_custom.Named("custom"),
        TestService.Valid.Named("list").With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.gn7i-c8g1.2xlarge"),
        TestService.Valid.Named("sold_out").With("InstanceType", "ecs.gn6i-c40g1.10xlarge;ecs.gn7i-c8g1.2xlarge"),
        TestService.Valid.Named("switched").With("InstanceType", "ecs.c7.xlarge"),
        TestService.Valid.Named("need").Without("InstanceType").With("GpuCount", "1").With("MinGpuMemory", "20"),
        TestService.Valid.Named("need_model").Without("InstanceType").With("GpuModel", "T4"),
        s_custom.Named("need_cpu").With("Image", "registry-vpc.cn-hangzhou.aliyuncs.com/team/web:1.0").Without("InstanceType").With("GpuCount", "0").With("MinCpu", "4").With("MinMemory", "7.5"),
        TestService.Valid.Named("spot").With("SpotPriceLimit", "1.5"),
        TestService.Valid.Named("group").Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "4").With("Memory", "8000").With("Gpu", "1"),
        TestService.Valid.Named("group_full").Without("InstanceType").With("ResourceGroup", "eas-r-d29k8ytqxzxmqi7l0s").With("Cpu", "100").With("Memory", "8000").With("Gpu", "15").With("Replicas", "1"),
        TestService.Valid.Named("gateway").InNetwork().With("Gateway", "prod-gw"),
        TestService.Valid.Named("own_load_balancer").InNetwork().WithListener("default", ("Port", "9000"), ("NetType", "intranet")),
        TestService.Valid.Named("load_balancer").InNetwork().WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9000")),
        TestService.Valid.Named("one_zone").InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9000")),
        TestService.Valid.Named("few_addresses").InNetwork().With("VSwitchIds", TestCatalog.VSwitchId + ",vsw-bp1a0000000000000emu5").With("Gateway", TestCatalog.GatewayId),
        TestService.Valid.Named("dataset").WithStorage("dataset:d-pcsah1t86bm8emu01@v1", ("MountPath", "/data")),
        Patched("patched", """{"metadata":{"shm_size":8},"cloud":{"computing":{"instance_type":"ecs.gn7i-c8g1.2xlarge"}}}"""),
        TestService.Valid.Named("image_generator").With("Image", "registry.cn-hangzhou.aliyuncs.com/team/stable-diffusion:1.0").With("Script", "serve")
            .With("InstanceType", "ecs.gn7i-c32g1.32xlarge"),
    ];

    /// <summary>A catalog as a query gives it: lists of names in order, and what lies in the model folder.</summary>
    public static Catalog Catalog { get; } = TestCatalog.Queried with
    {
        Workspaces = [.. TestCatalog.Workspaces.OrderBy(row => row.Id, StringComparer.Ordinal)],
        ResourceGroups = [.. TestCatalog.ResourceGroups.OrderBy(row => row.Id, StringComparer.Ordinal)],
        NamedNetwork = TestCatalog.Queried.Network with { VSwitches = [.. TestCatalog.VSwitches.OrderBy(row => row.Id, StringComparer.Ordinal)] },
        MountedStorage = new CatalogStorage(
            [new("other-bucket", "cn-shanghai"), new("yqtest-model", "cn-hangzhou")],
            [ModelFolder.Of("oss://yqtest-model/Qwen3.5-0.8B/", new FolderListing([new("config.json", 900), new("model.safetensors", 1_700_000_000)], IsCut: false), null)]),
        OtherImages = [new("image-team", "rag:1.2", "registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2", [new("system.chipType", "GPU")], "PRIVATE")],
    };

    public static ServiceSpec OfDocument(string json) => ServiceSpec.From(ConfigReader.Read(TextOf(json)), DeploymentPolicy.Default);

    private static TestService Patched(string name, string patch)
    {
        TestService service = TestService.Valid.Named(name);
        return service with { Item = service.Item with { ConfigPatch = TextOf(patch) } };
    }

    private static ConfigText TextOf(string json) => ConfigText.Parse(Encoding.UTF8.GetBytes(json), "/repo/a.json").Text!;
}
