using System.Globalization;
using EasDeploy.Items;

namespace EasDeploy.Specs;

[TestClass]
public sealed class ServiceSpecTests
{
    [TestMethod]
    public void Texts_are_trimmed_and_keep_their_place()
    {
        TestService service = TestService.Valid.With("Image", "  vllm:0.14.0-gpu ");
        Given<ImageReference> image = service.Spec().Environment.Image!;
        Assert.AreEqual("vllm:0.14.0-gpu", image.Value.Text);
        Assert.AreEqual(service.LineOf("Image"), image.Location.Line);
    }

    [TestMethod]
    public void What_is_left_out_has_the_workflows_defaults()
    {
        ServiceSpec spec = TestService.Valid.Spec();
        Assert.AreEqual(1, spec.Resources.Replicas);
        Assert.IsNull(spec.Environment.Port);
        Assert.AreEqual(8000, ServiceEnvironmentSpec.DefaultPort);
        StorageMount mount = Assert.ContainsSingle(spec.Environment.Mounts);
        Assert.AreEqual("/model_dir", mount.MountPath.Value);
        Assert.IsTrue(mount.ReadOnly);
    }

    [TestMethod]
    public void A_list_of_instance_types_keeps_its_order_and_loses_empty_parts()
    {
        ServiceSpec spec = TestService.Valid.With("InstanceType", " b ;; a;").Spec();
        CollectionAssert.AreEqual(new[] { "b", "a" }, spec.Resources.InstanceTypes.Select(type => type.Value).ToArray());
    }

    [TestMethod]
    public void Storage_and_variables_are_attached()
    {
        ServiceSpec spec = TestService.Valid
            .WithStorage(" oss://team-data/lora/ ", ("MountPath", " /lora "), ("ReadOnly", "TRUE"))
            .WithStorage("oss://team-data/out/", ("MountPath", "/out"))
            .WithStorage("oss://team-data/lost/")
            .WithVariable("HF_HOME", ("Value", " kept as it is "))
            .WithVariable("EMPTY")
            .Spec();
        string mounts = string.Join('|', spec.Environment.Mounts.Select(mount => $"{mount.Source.Value} {mount.MountPath.Value} {mount.ReadOnly}"));
        Assert.AreEqual("oss://yqtest-model/Qwen3.5-0.8B/ /model_dir True|oss://team-data/lora/ /lora True|oss://team-data/out/ /out False", mounts);
        Assert.AreEqual("HF_HOME= kept as it is |EMPTY=", string.Join('|', spec.Environment.EnvironmentVariables.Select(pair => $"{pair.Name}={pair.Value}")));
    }

    [TestMethod]
    public void The_items_own_policy_wins_and_the_rest_is_the_projects()
    {
        DeploymentPolicy project = new(OnExisting.Fail, Wait: false, TimeSpan.FromSeconds(60), AutoSwitchInstance: false);
        Assert.AreEqual(project, TestService.Valid.Spec(project).Policy);
        DeploymentPolicy own = TestService.Valid.With("OnExisting", "recreate").With("WaitTimeout", "900").Spec(project).Policy;
        Assert.AreEqual(project with { OnExisting = OnExisting.Recreate, WaitTimeout = TimeSpan.FromSeconds(900) }, own);
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-5")]
    [DataRow("soon")]
    public void A_wait_that_is_no_time_leaves_the_projects(string seconds)
    {
        DeploymentPolicy project = DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(60) };
        Assert.AreEqual(project, TestService.Valid.With("WaitTimeout", seconds).Spec(project).Policy);
    }

    [TestMethod]
    [DataRow("8000", 8000)]
    [DataRow(" 8000 ", 8000)]
    [DataRow("-1", -1)]
    [DataRow("8,000", null)]
    [DataRow("8000.0", null)]
    [DataRow("0x10", null)]
    [DataRow("1e3", null)]
    [DataRow("２", null)]
    [DataRow("", null)]
    public void Numbers_are_plain_whole_numbers(string text, int? number) => Assert.AreEqual(number, ServiceSpec.ParseNumber(text));

    [TestMethod]
    [DataRow("Recreate", OnExisting.Recreate)]
    [DataRow("fAIL ", OnExisting.Fail)]
    [DataRow("0", null)]
    [DataRow("+1", null)]
    [DataRow("Recreate,Fail", null)]
    [DataRow("", null)]
    [DataRow(null, null)]
    public void A_policy_is_one_of_its_names(string? text, OnExisting? policy) => Assert.AreEqual(policy, ServiceSpec.ParseOnExisting(text));

    [TestMethod]
    public void Hostile_text_in_every_metadata_never_throws_and_leaves_a_service_to_judge()
    {
        string[] pieces = ["\0", "\u001b[2J", "../", "‮", "\U0001F600", ";", ",", "$(", "%3B", "oss://", "-", "99999999999999999999", "\r\n", "\"", "{", "']"];
        Random chance = new(20261122);
        string[] names = [.. PropertyCatalog.MetadataOf(PropertyCatalog.Service).Select(declaration => declaration.Name)];
        Assert.IsNotEmpty(names);
        for (int run = 0; run < 500; run++)
        {
            string Text() => string.Concat(Enumerable.Range(0, chance.Next(0, 12)).Select(_ => pieces[chance.Next(pieces.Length)]));
            TestService service = TestService.Valid.Named(Text()).WithStorage(Text(), ("MountPath", Text()), ("ReadOnly", Text())).WithVariable(Text(), ("Value", Text()));
            service = names.Aggregate(service, (so, name) => chance.Next(3) == 0 ? so : so.With(name, Text()));
            string context = string.Create(CultureInfo.InvariantCulture, $"run {run}: {service.Item}");
            Assert.IsNotNull(service.Check(), context);
            Assert.IsNotNull(service.Check(TestCatalog.NotQueried), context);
        }
    }
}
