using System.Globalization;
using System.Text;
using System.Text.Json;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Configs.SampleServices;

namespace EasDeploy.Core.Tests.Configs;

[TestClass]
public sealed class ServiceConfigTests
{
    private static (string, string)[] Network { get; } =
        [("VpcId", "vpc-bp13kiflgde6v9dc9smc8"), ("VSwitchIds", "vsw-h; vsw-i"), ("SecurityGroupId", "sg-bp1e36bfv61nfy1yudyc")];

    /// <summary>Every golden file and the item it is made of.</summary>
    private static Dictionary<string, ServiceItem> Samples { get; } = new()
    {
        ["vllm-with-model"] = Qwen(),
        ["sglang"] = Item("chat_sglang", ("Image", "sglang:0.5.6-gpu"), ("InstanceType", GpuType), ("Model", Model), ("Port", "8010"), ("ModelMountPath", "/models/qwen")),
        ["comfyui"] = Item("draw", ("Image", "comfyui:1.9-gpu"), ("InstanceType", GpuType), ("Replicas", "2")),
        ["preset-fitted"] = Item("preset", ("Image", "preset:1.0-gpu"), ("InstanceType", GpuType), ("Model", Model), ("Port", "8001"), ("ModelMountPath", "/m")),
        ["custom-image-with-command"] = Item(
            "own_image", ("Image", "registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2"), ("InstanceType", CpuType), ("Command", "/app/serve --threads 4"), ("Port", "8680")),
        ["ordered-instances"] = Qwen(("InstanceType", $"{GpuType};{OtherGpuType}")),
        ["resource-group"] = Qwen(("InstanceType", ""), ("ResourceGroup", "team_group"), ("Cpu", "8"), ("Memory", "30720"), ("Gpu", "1")),
        ["environment"] = Qwen() with
        {
            Environment =
            [
                Attached("QUOTED", ("Value", "say \"hi\" \\ it's <b>&amp;</b>")),
                Attached("LINES", ("Value", "one\ntwo\r\n\tthree")),
                Attached("LETTERS", ("Value", "größer 模型 🚀")),
                Attached("EMPTY", ("Value", "")),
            ],
        },
        ["dedicated-gateway"] = Qwen([("Gateway", "prod-gw"), .. Network]),
        ["shared-gateway"] = Qwen(("Gateway", "Shared")),
        ["own-load-balancer"] = Qwen(Network) with
        {
            NlbListeners = [Attached("default", ("Port", "9090")), Attached("default", ("Port", "9090"), ("NetType", "Internet"))],
        },
        ["existing-load-balancer"] = Qwen(Network) with { NlbListeners = [Attached("nlb-team", ("Port", "9090")), Attached("nlb-team", ("Port", "443"))] },
        ["http-check"] = Qwen(("HealthCheck", "http"), ("Port", "8010")),
        ["tcp-check"] = Qwen(
            ("HealthCheck", "TCP"), ("HealthCheckInitialDelay", "120"), ("HealthCheckInterval", "5"), ("HealthCheckTimeout", "2"), ("HealthCheckFailureThreshold", "60")),
        ["rolling-update"] = Qwen(("MaxSurge", "25%"), ("MaxUnavailable", "0"), ("TerminationGracePeriod", "90"), ("Replicas", "4")),
        ["grpc"] = Qwen(("Grpc", "true"), ("MaxSurge", "2"), ("Image", "python-inference:3.12-cpu"), ("InstanceType", CpuType), ("Script", "python serve.py")),
        ["autoscaler"] = Qwen(("AutoscaleMin", "1"), ("AutoscaleMax", "8"), ("AutoscaleMetric", "qps"), ("AutoscaleThreshold", "12.5")) with
        {
            ScaleRules = [Attached("gpu", ("Threshold", "80"))],
        },
        ["every-storage"] = Qwen(Network) with
        {
            Storage =
            [
                Attached("oss://yqtest-model/lora", ("MountPath", "/lora")),
                Attached("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models/a", ("MountPath", "/nas"), ("ReadOnly", "true")),
                Attached("cpfs-0015a4ef.cn-hangzhou.cpfs.aliyuncs.com:/", ("MountPath", "/cpfs")),
                Attached("dataset:d-pcsah1t86bm8emu01", ("MountPath", "/set")),
                Attached("dataset:d-pcsah1t86bm8emu01@v1", ("MountPath", "/set1"), ("ReadOnly", "false")),
            ],
        },
        ["references"] = Qwen(("RegistryAuthFromEnvironment", "REGISTRY_AUTH")) with
        {
            Environment =
            [
                Attached("HF_TOKEN", ("FromEnvironment", "HF_TOKEN")),
                Attached("LOOKS_LIKE_ONE", ("Value", "${env:HF_TOKEN}")),
            ],
        },
        ["by-need"] = Qwen(("InstanceType", ""), ("GpuCount", "1"), ("GpuModel", "a10"), ("MinGpuMemory", "24")),
        ["spot"] = Qwen(("SpotPriceLimit", "0.75")),
        ["spot-by-need"] = Qwen(("InstanceType", ""), ("MinCpu", "8"), ("SpotPriceLimit", "1.5")),
        ["two-mounts"] = Qwen() with
        {
            Storage = [Attached("oss://yqtest-model/lora", ("MountPath", "/lora"), ("ReadOnly", "true")), Attached("oss://yqtest-model/cache/", ("MountPath", "/cache"))],
        },
    };

    public static IEnumerable<object[]> SampleNames => Samples.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(SampleNames))]
    public void A_config_is_written_as_its_golden_file_says(string sample) =>
        Golden.Check(Config(Samples[sample]).Utf8.Span, $"Expected/{sample}.json");

    [TestMethod]
    [DynamicData(nameof(SampleNames))]
    public void A_config_is_the_same_bytes_in_every_culture(string sample)
    {
        byte[] expected = Config(Samples[sample]).Utf8.ToArray();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["tr-TR", "ar-SA", "de-DE", "fa-IR"])
            {
                CultureInfo.CurrentCulture = Foreign(culture);
                CollectionAssert.AreEqual(expected, Config(Samples[sample]).Utf8.ToArray(), culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    [DynamicData(nameof(SampleNames))]
    public void A_config_has_no_byte_order_mark_no_carriage_return_and_one_final_newline(string sample)
    {
        byte[] bytes = Config(Samples[sample]).Utf8.ToArray();

        Assert.AreEqual((byte)'{', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.AreEqual("}\n", Encoding.UTF8.GetString(bytes[^2..]));
    }

    [TestMethod]
    [DynamicData(nameof(SampleNames))]
    public void Sections_come_in_emit_order_and_nothing_is_null_or_empty(string sample)
    {
        using JsonDocument config = JsonDocument.Parse(Config(Samples[sample]).Utf8);
        List<string> sections = [.. config.RootElement.EnumerateObject().Select(section => section.Name)];

        List<string> order = ["metadata", "containers", "storage", "cloud", "networking", "autoscaler", "runtime", "dockerAuth"];
        Assert.Contains("metadata", sections);
        Assert.Contains("containers", sections);
        CollectionAssert.AreEqual(order.Intersect(sections).ToList(), sections);
        AssertNothingHollow(config.RootElement, "$");
    }

    [TestMethod]
    public void Left_out_values_get_the_defaults_of_the_workflow()
    {
        using JsonDocument config = JsonDocument.Parse(Config(Qwen()).Utf8);
        JsonElement container = config.RootElement.GetProperty("containers")[0];

        Assert.AreEqual(1, config.RootElement.GetProperty("metadata").GetProperty("instance").GetInt32());
        Assert.AreEqual(8000, container.GetProperty("port").GetInt32());
        Assert.AreEqual("/model_dir", config.RootElement.GetProperty("storage")[0].GetProperty("mount_path").GetString());
        Assert.AreEqual("vllm serve /model_dir --port 8000 --trust-remote-code", container.GetProperty("script").GetString());
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu", "vllm serve /models/q --port 8123 --trust-remote-code")]
    [DataRow("sglang:0.5.6-gpu", "python -m sglang.launch_server --model-path /models/q --host 0.0.0.0 --port 8123")]
    [DataRow("comfyui:1.9-gpu", "python main.py --listen 0.0.0.0 --port 8123")]
    [DataRow("preset:1.0-gpu", "python serve.py --port 8123 --model /models/q")]
    public void The_start_command_uses_the_services_own_port_and_mount_path(string image, string script)
    {
        using JsonDocument config = JsonDocument.Parse(Config(Qwen(("Image", image), ("Port", "8123"), ("ModelMountPath", "/models/q"))).Utf8);

        Assert.AreEqual(script, config.RootElement.GetProperty("containers")[0].GetProperty("script").GetString());
    }

    [TestMethod]
    public void A_kept_token_is_sent_and_never_in_the_file()
    {
        ServiceConfig config = Config(Qwen() with { Environment = [Attached("LETTERS", ("Value", "模型 \"x\""))] });
        byte[] file = config.Utf8.ToArray();

        using JsonDocument sent = JsonDocument.Parse(config.BodyToSend(new Secret("canary-token-1"), NoVariable));

        Assert.AreEqual("canary-token-1", sent.RootElement.GetProperty("token").GetString());
        Assert.AreEqual("模型 \"x\"", sent.RootElement.GetProperty("containers")[0].GetProperty("env")[0].GetProperty("value").GetString());
        CollectionAssert.AreEqual(file, config.Utf8.ToArray());
        Assert.DoesNotContain("canary-token-1", config.Text);
        Assert.DoesNotContain("canary-token-1", config.ToString()!);
    }

    [TestMethod]
    public void Without_a_kept_token_the_file_is_sent_byte_for_byte()
    {
        ServiceConfig config = Config(Qwen());

        CollectionAssert.AreEqual(config.Utf8.ToArray(), config.BodyToSend(default, NoVariable).ToArray());
    }

    [TestMethod]
    public void A_value_from_the_environment_is_sent_and_the_file_holds_its_name()
    {
        ServiceConfig config = Config(Samples["references"]);

        using JsonDocument sent = JsonDocument.Parse(config.BodyToSend(default, name => new Secret(name == "HF_TOKEN" ? "canary-hf-1" : "robot:canary-2")));

        JsonElement env = sent.RootElement.GetProperty("containers")[0].GetProperty("env");
        Assert.AreEqual("canary-hf-1", env[0].GetProperty("value").GetString());
        Assert.AreEqual("${env:HF_TOKEN}", env[1].GetProperty("value").GetString(), "the author's own text is no reference");
        Assert.AreEqual("robot:canary-2", Encoding.UTF8.GetString(sent.RootElement.GetProperty("dockerAuth").GetBytesFromBase64()));
        Assert.DoesNotContain("canary", config.Text);
    }

    private static Secret NoVariable(string name) => throw new AssertFailedException($"'{name}' was read and nothing refers to it.");

    // The tests run without culture data (InvariantGlobalization), so the traits that break writers are set by hand.
    internal static CultureInfo Foreign(string name)
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = name is "ar-SA" or "fa-IR" ? "\u200E-" : "-";
        culture.NumberFormat.NumberDecimalSeparator = name == "fa-IR" ? "\u066B" : ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NativeDigits = name is "ar-SA" or "fa-IR" ? [.. "٠١٢٣٤٥٦٧٨٩".Select(digit => $"{digit}")] : culture.NumberFormat.NativeDigits;
        return culture;
    }

    private static void AssertNothingHollow(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.Fail($"{path} is null");
                break;
            case JsonValueKind.Object:
                Assert.AreNotEqual(0, element.EnumerateObject().Count(), $"{path} is empty");
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    AssertNothingHollow(property.Value, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.AreNotEqual(0, element.GetArrayLength(), $"{path} is empty");
                foreach (JsonElement entry in element.EnumerateArray())
                {
                    AssertNothingHollow(entry, path + "[]");
                }

                break;
        }
    }
}
