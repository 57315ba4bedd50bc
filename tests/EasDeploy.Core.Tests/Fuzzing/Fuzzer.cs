using System.Collections.Immutable;
using System.Text;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Locks;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Fuzzing;

/// <summary>Mutated inputs through the whole flow: nothing may throw. The tests run it short, <c>bench/Fuzz</c> long.</summary>
/// <param name="seed">Same seed, same inputs.</param>
/// <param name="documents">Right documents to begin with.</param>
internal sealed class Fuzzer(int seed, IReadOnlyList<string> documents)
{
    private static readonly string[] s_examples =
    [
        "qwen_chat", "vllm:0.14.0-gpu", "vllm", "registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2", "ecs.gn7i-c16g1.4xlarge",
        "ecs.gn7i-c16g1.4xlarge;ecs.gn7i-c8g1.2xlarge",
        "oss://yqtest-model/Qwen3.5-0.8B/", "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", "dataset:d-pcsah1t86bm8emu01@v1",
        "/model_dir", "8000", "true", "25%", "10.5",
        "vllm serve /model_dir --port 8000 --tensor-parallel-size 2",
        "python -m sglang.launch_server --model-path /model_dir --host 0.0.0.0 --port 8000", "[0.12,0.14]", "GPU", "http",
        "production", "312319", "prod-gw", TestCatalog.GatewayId, TestCatalog.VpcId,
        TestCatalog.VSwitchId + "," + TestCatalog.OtherVSwitchId, TestCatalog.SecurityGroupId, "default",
        "nlb-fpj3530zrbt7x5zkhk", "intranet", "qps", "gpu[util]", "HF_TOKEN", "Recreate",
    ];

    private static readonly string[] s_tags =
    [
        "0.14.0-gpu", "v0.9.1-modelgallery", "0.13.0rc2", "25.03-py3", "0.5.8-acclep1.2.1-gpu", "2.7.1-py312-cpu-ubuntu22.04", "b6500",
        "1.0.0-beta.3", "latest", "py39-ubuntu2004",
        "20250903-a8ec486", "[0.12,0.14)", "(,1.0]", "[0.14.0]", "0.12", "[1.0,2.0),[3.0,)",
    ];

    private static readonly SourceLocation s_place = new("App.csproj", 9, 5);

    private static readonly ImmutableArray<string> s_metadata = [.. PropertyCatalog.MetadataOf(PropertyCatalog.Service).Select(one => one.Name)];

    public FuzzReport Documents(int count) => Run("documents", count, random =>
    {
        byte[] utf8 = Mutation.OfJson(random, documents[random.Next(documents.Count)]);
        (ConfigText? text, _) = ConfigText.Parse(utf8, "eas_service.json");
        if (text is null)
        {
            return false;
        }

        Judge(random, ConfigReader.Read(text));
        return true;
    });

    public FuzzReport Items(int count) => Run("items", count, random =>
    {
        Judge(random, ServiceItem.Create(Text(random), s_place, Metadata(random, s_metadata, 10)) with
        {
            Storage = Attached(random, PropertyCatalog.Storage),
            Environment = Attached(random, PropertyCatalog.EnvironmentVariable),
            NlbListeners = Attached(random, PropertyCatalog.NlbListener),
            ScaleRules = Attached(random, PropertyCatalog.ScaleRule),
        });
        return true;
    });

    /// <summary>Tags and ranges, taken apart and compared, and as an image of a service.</summary>
    public FuzzReport Tags(int count)
    {
        ImageTag last = ImageTag.Parse("0.14.0");
        return Run("tags and ranges", count, random =>
        {
            string text = Mutation.OfText(random, s_tags[random.Next(s_tags.Length)]);
            ImageTag tag = ImageTag.Parse(text);
            if (Math.Sign(tag.CompareTo(last)) != -Math.Sign(last.CompareTo(tag)) || tag.CompareTo(ImageTag.Parse(text)) != 0)
            {
                throw new InvalidOperationException($"no order between '{text}' and '{last.Text}'");
            }

            last = tag;
            string range = Mutation.OfText(random, s_tags[random.Next(s_tags.Length)]);
            Judge(random, ServiceItem.Create("qwen_chat", s_place, Of(("Image", random.Next(2) == 0 ? "vllm" : "vllm:" + text), ("ImageVersion", range))));
            return true;
        });
    }

    /// <summary>Locks of a few services, mutated: read, compared with the question, applied, and written again.</summary>
    public FuzzReport Locks(int count)
    {
        ServiceSpec[] specs = [.. documents.Take(40).Select(json => ConfigText.Parse(Encoding.UTF8.GetBytes(json), "eas_service.json").Text!)
            .Select(text => ServiceSpec.From(ConfigReader.Read(text), DeploymentPolicy.Default))];
        CheckedService[] services = [.. specs.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, TestCatalog.Queried, CheckPurpose.Build))).Where(service => service.Valid is not null)];
        LockFile[] held = [.. services.Select(service => LockUpdate.Make([service], "cn-hangzhou", isEmulated: false, null))];
        string[] texts = [.. held.Select(one => Encoding.UTF8.GetString(LockText.Write(one)))];
        return Run("locks", count, random =>
        {
            int which = random.Next(held.Length);
            byte[] utf8 = random.Next(2) == 0 ? Mutation.OfValues(random, texts[which]) : Mutation.OfJson(random, texts[which]);
            (LockFile? read, Diagnostic? failure) = LockReader.Read(utf8, "eas.lock.json");
            if (read is null)
            {
                _ = failure ?? throw new InvalidOperationException("neither a lock nor what is wrong with it");
                return false;
            }

            ServiceSpec spec = services[which].Service.Spec;
            _ = LockAnswer.Gaps(read, [spec], "cn-hangzhou", isEmulated: false, s_place, LockFile.UsualName);
            _ = RuleSet.Check(ServiceResolver.Resolve(spec, read.ToCatalog().For(spec.Name), CheckPurpose.Build));
            _ = LockChanges.Between(held[which], read);
            byte[] written = LockText.Write(read);
            (LockFile? again, _) = LockReader.Read(written, "eas.lock.json");
            return again is not null && written.AsSpan().SequenceEqual(LockText.Write(again)) ? true : throw new InvalidOperationException("what was written is not read");
        });
    }

    private FuzzReport Run(string target, int count, Func<Random, bool> judge) => FuzzRun.Of(target, seed, count, judge);

    private static void Judge(Random random, ServiceItem item)
    {
        CheckPurpose purpose = random.Next(4) == 0 ? CheckPurpose.Deployment : CheckPurpose.Build;
        Catalog catalog = random.Next(4) == 0 ? TestCatalog.NotQueried : TestCatalog.Queried;
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(ServiceSpec.From(item, DeploymentPolicy.Default), catalog, purpose));
        _ = RuleSet.CheckProject([item, item]);
        if (judged.Valid is { } valid)
        {
            (ConfigText? written, Diagnostic? failure) = ConfigText.Parse(ServiceConfig.From(valid).Utf8.Span, null);
            _ = written ?? throw new InvalidOperationException("what was written is not read: " + failure!.Message);
        }
    }

    private static ImmutableArray<AttachedItem> Attached(Random random, string itemType)
    {
        ImmutableArray<string> names = [.. PropertyCatalog.MetadataOf(itemType).Select(one => one.Name)];
        return [.. Enumerable.Range(0, random.Next(3)).Select(_ => new AttachedItem(
            Text(random), s_place, Metadata(random, names, 3).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)))];
    }

    private static Dictionary<string, ItemValue> Metadata(Random random, ImmutableArray<string> names, int most)
    {
        Dictionary<string, ItemValue> values = new(StringComparer.OrdinalIgnoreCase);
        for (int count = random.Next(most + 1); count > 0; count--)
        {
            values[names[random.Next(names.Length)]] = new ItemValue(Text(random), s_place);
        }

        return values;
    }

    private static IEnumerable<KeyValuePair<string, ItemValue>> Of(params (string Name, string Text)[] values) =>
        values.Select(one => KeyValuePair.Create(one.Name, new ItemValue(one.Text, s_place)));

    private static string Text(Random random)
    {
        string example = s_examples[random.Next(s_examples.Length)];
        return random.Next(3) == 0 ? example : Mutation.OfText(random, example);
    }
}
