using EasDeploy.Items;

namespace EasDeploy.Core.Tests.Configs;

/// <summary>Services that nothing objects to, drawn at random: same seed, same services.</summary>
internal static class GeneratedServices
{
    private static readonly string[] s_texts =
    [
        "a", "1", "true", "null", "é 千问 \U0001F600", "İıiI", "a\tb", "line\nbreak", "\"quoted\" \\ </script>",
        "1,5", "٣", "${HOME}", "${NOT-A-NAME}", " padded ", "ſ",
    ];

    public static IEnumerable<ServiceItem> Draw(int seed, int count) =>
        Enumerable.Range(0, count).Select(number => Draw(new Random(unchecked((seed * 31) + number)), number));

    private static ServiceItem Draw(Random random, int number)
    {
        Dictionary<string, string> values = new() { ["Port"] = $"{random.Next(8000, 8079)}" };
        (values["Image"], string type) = Pick(
            random,
            ("vllm:0.14.0-gpu", SampleServices.GpuType),
            ("sglang:0.5.6-gpu", SampleServices.GpuType),
            ("python-inference:3.12-cpu", SampleServices.CpuType));
        values[random.Next(5) == 0 ? "Command" : "Script"] = $"serve --port {values["Port"]} --name {random.Next(100)}";
        bool isInNetwork = random.Next(2) == 0;
        if (isInNetwork)
        {
            values["VpcId"] = "vpc-bp13kiflgde6v9dc9smc8";
            values["VSwitchIds"] = Pick(random, "vsw-h,vsw-i", "vsw-i;vsw-h");
            values["SecurityGroupId"] = "sg-bp1e36bfv61nfy1yudyc";
        }

        if (type == SampleServices.GpuType && random.Next(4) == 0)
        {
            values["ResourceGroup"] = "eas-r-abcdefghij";
            values["Cpu"] = $"{random.Next(1, 9)}";
            values["Memory"] = $"{random.Next(1024, 9000)}";
            values["Gpu"] = "1";
        }
        else
        {
            values["InstanceType"] = type == SampleServices.GpuType && random.Next(2) == 0 ? $"{type};{SampleServices.OtherGpuType}" : type;
            Maybe(random, values, "SpotPriceLimit", "1.5", "0.25", "3");
        }

        Maybe(random, values, "Workspace", "286654", "aiworkspace_test");
        Maybe(random, values, "Replicas", "1", "2");
        Maybe(random, values, "Model", SampleServices.Model, "oss://yqtest-model/other");
        Maybe(random, values, "TerminationGracePeriod", "30", "90", "600");
        Maybe(random, values, "MaxSurge", "1", "25%");
        Maybe(random, values, "MaxUnavailable", "0", "1");
        Maybe(random, values, "Grpc", "true", "false");
        Maybe(random, values, "RegistryAuthFromEnvironment", "REGISTRY_AUTH");
        Maybe(random, values, "HealthCheck", "http", "tcp", "none");
        if (values.GetValueOrDefault("HealthCheck") is "http" or "tcp")
        {
            Maybe(random, values, "HealthCheckPath", "/", "/ready?deep=1", "/é 千");
            Maybe(random, values, "HealthCheckInitialDelay", "0", "120");
            Maybe(random, values, "HealthCheckInterval", "1", "15");
            Maybe(random, values, "HealthCheckTimeout", "1", "5");
            Maybe(random, values, "HealthCheckFailureThreshold", "60", "100");
        }

        if (isInNetwork)
        {
            Maybe(random, values, "Gateway", "gw-48hmbdt00fi6x90gft", "prod-gw");
        }

        bool isScaled = random.Next(3) == 0;
        if (isScaled)
        {
            values["AutoscaleMin"] = "1";
            values["AutoscaleMax"] = $"{random.Next(2, 9)}";
        }

        return SampleServices.Item($"svc_{number}", [.. values.Select(pair => (pair.Key, pair.Value))]) with
        {
            Storage = [.. Some(random, 3, i => Mount(random, i, isInNetwork))],
            Environment = [.. Some(random, 4, i => Variable(random, i))],
            NlbListeners = isInNetwork ? [.. Some(random, 3, i => Listener(random, i))] : [],
            ScaleRules = isScaled ? [.. new[] { "qps", "cpu", "gpu[util]" }.Take(random.Next(1, 4)).Select(metric => ScaleRule(random, metric))] : [],
        };
    }

    private static AttachedItem Mount(Random random, int number, bool isInNetwork)
    {
        string nas = isInNetwork ? "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/m" : "oss://team-data/b";
        string source = Pick(random, $"oss://team-data/a{number}/", "dataset:d-pcsah1t86bm8emu01", "dataset:d-pcsah1t86bm8emu01@v1", nas);
        return SampleServices.Attached(source, ("MountPath", $"/data{number}"), ("ReadOnly", Pick(random, "true", "false")));
    }

    private static AttachedItem Variable(Random random, int number) => SampleServices.Attached(
        $"VARIABLE_{number}", random.Next(4) == 0 ? ("FromEnvironment", "HOME") : ("Value", Pick(random, s_texts)));

    private static AttachedItem Listener(Random random, int number) => SampleServices.Attached(
        "default", ("Port", $"{9000 + number}"), ("NetType", Pick(random, "intranet", "internet")));

    private static AttachedItem ScaleRule(Random random, string metric) =>
        SampleServices.Attached(metric, ("Threshold", Pick(random, "10", "12.5", "80.00")));

    private static void Maybe(Random random, Dictionary<string, string> values, string name, params string[] choices)
    {
        if (random.Next(3) == 0)
        {
            values[name] = Pick(random, choices);
        }
    }

    private static IEnumerable<AttachedItem> Some(Random random, int most, Func<int, AttachedItem> draw) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(draw)];

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
