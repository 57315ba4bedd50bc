using System.Collections.Immutable;
using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules;

[TestClass]
public sealed class DocumentWordsTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"name":"a","instance":0}}""", "EAS3001", "Set \"instance\": 1.")]
    [DataRow("""{"metadata":{"name":"a","rolling_strategy":{"max_surge":"x"}}}""", "EAS5004", "Set \"max_surge\": 1.")]
    [DataRow("""{"metadata":{"name":"a"},"containers":[{"image":"vllm:0.99.0-gpu"}]}""", "EAS2101", "Set \"image\": \"vllm:0.14.0-gpu\", or")]
    [DataRow("""{"metadata":{"name":"a"},"containers":[{"image":"vllm:0.14.0-gpu","port":9000,"script":"serve --port 8000"}]}""", "EAS2203", "Write --port 9000 in \"script\", or set \"port\": 8000.")]
    [DataRow("""{"metadata":{"name":"a"}}""", "EAS3202", "names neither \"instance_type\" nor \"resource\". Set \"instance_type\": \"ecs.gn7i-c16g1.4xlarge\", or \"resource\" to the id")]
    [DataRow("""{"metadata":{"name":"a"},"containers":[{"image":"npu-probe:1.0"}],"cloud":{"computing":{"instance_type":"ecs.c7.xlarge"}}}""", "EAS2102", "Compare \"instance_type\" 'ecs.c7.xlarge' with")]
    [DataRow("""{"metadata":{}}""", "EAS1002", "for example \"metadata\": { \"name\": \"qwen_chat\" }.")]
    [DataRow("""{"metadata":{"name":"a"},"networking":{"gateway":"gw-48hmbdt00fi6x90gft"}}""", "EAS4201", "has no \"vpc_id\", \"vswitch_id\" and \"security_group_id\".")]
    [DataRow("""{"metadata":{"name":"a"},"autoscaler":{"min":1,"max":2,"scaleStrategies":[{"metricName":"cpu","threshold":120}]}}""", "EAS5005", "Set \"threshold\": 60.")]
    [DataRow("""{"metadata":{"name":"a"},"containers":[{"image":"vllm:0.14.0-gpu"}]}""", "EAS2210", "Set \"storage\": [{ \"mount_path\": \"/model_dir\", \"oss\": { \"path\": \"oss://my-bucket/my-model/\" } }].")]
    public void A_repair_can_be_pasted_into_the_document(string json, string code, string repair) =>
        StringAssert.Contains(Assert.ContainsSingle(Findings(json, "deploy.json").Where(finding => finding.Code == code)).Message, repair);

    [TestMethod]
    public void Other_words_stay_as_they_are()
    {
        Diagnostic finding = new("EAS1", Severity.Error, SourceLocation.None, "Memory is short. Set AutoscaleMetric=\"qps\" or OnExisting 'Fail'; 'Image=\"x\"' and xPort=\"1\".");
        Assert.AreEqual("Memory is short. Set AutoscaleMetric=\"qps\" or OnExisting 'Fail'; 'Image=\"x\"' and xPort=\"1\".", DocumentWords.Of(finding).Message);
    }

    [TestMethod]
    public void What_the_project_says_beside_a_document_stays_in_its_words()
    {
        ConfigText text = ConfigText.Parse("""{"metadata":{"name":"a"}}"""u8, "deploy.json").Text!;
        SourceLocation place = new("App.csproj", 3, 9);
        ServiceSpec spec = ServiceSpec.From(
            ConfigReader.Read(text) with { Metadata = ConfigReader.Read(text).Metadata.SetItem("Replicas", new("0", place)) }, DeploymentPolicy.Default);
        Diagnostic finding = Assert.ContainsSingle(
            RuleSet.Check(ServiceResolver.Resolve(spec, TestCatalog.Queried, CheckPurpose.Build)).Diagnostics.Where(finding => finding.Location.File == "App.csproj"));
        StringAssert.Contains(finding.Message, "Replicas=\"1\"");
    }

    private static ImmutableArray<Diagnostic> Findings(string json, string file)
    {
        ConfigText text = ConfigText.Parse(Encoding.UTF8.GetBytes(json), file).Text!;
        return RuleSet.Check(ServiceResolver.Resolve(ServiceSpec.From(ConfigReader.Read(text), DeploymentPolicy.Default), TestCatalog.Queried, CheckPurpose.Build)).Diagnostics;
    }
}
