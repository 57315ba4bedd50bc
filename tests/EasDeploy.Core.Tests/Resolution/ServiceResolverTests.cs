using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

[TestClass]
public sealed class ServiceResolverTests
{
    private const string CpuType = "ecs.c7.xlarge";

    [TestMethod]
    public void A_GPU_image_on_a_CPU_type_moves_to_the_preferred_type_and_says_so()
    {
        TestService service = TestService.Valid.With("InstanceType", CpuType);
        ResolvedService resolved = service.Resolve();
        WantedInstanceType type = Assert.ContainsSingle(resolved.InstanceTypes);
        Assert.AreEqual("ecs.gn7i-c16g1.4xlarge", type.Name.Value);
        Assert.AreEqual(ResolutionState.Found, type.Type.State);
        Diagnostic choice = Assert.ContainsSingle(resolved.Choices);
        Assert.AreEqual("EAS3901", choice.Code);
        Assert.AreEqual(Severity.Warning, choice.Severity);
        Assert.AreEqual(service.LineOf("InstanceType"), choice.Location.Line);
        StringAssert.Contains(choice.Message, "InstanceType 'ecs.c7.xlarge' was switched to 'ecs.gn7i-c16g1.4xlarge'");
    }

    [TestMethod]
    public void With_the_preferred_type_sold_out_the_smallest_available_one_is_taken()
    {
        Catalog catalog = TestCatalog.Queried with
        {
            InstanceTypes = [.. TestCatalog.InstanceTypes.Where(type => type.Name != InstanceRanking.PreferredGpuType)],
        };
        ResolvedService resolved = TestService.Valid.With("InstanceType", CpuType).Resolve(catalog);
        Assert.AreEqual("ecs.gn6i-c4g1.xlarge", Assert.ContainsSingle(resolved.InstanceTypes).Name.Value);
    }

    [TestMethod]
    public void A_list_of_CPU_types_becomes_one_GPU_type()
    {
        ResolvedService resolved = TestService.Valid.With("InstanceType", "ecs.c7.xlarge;ecs.c6.large").Resolve();
        Assert.AreEqual("ecs.gn7i-c16g1.4xlarge", Assert.ContainsSingle(resolved.InstanceTypes).Name.Value);
        StringAssert.Contains(Assert.ContainsSingle(resolved.Choices).Message, "'ecs.c7.xlarge;ecs.c6.large'");
    }

    [TestMethod]
    [DataRow("ecs.c7.xlarge;ecs.gn7i-c8g1.2xlarge", "vllm:0.14.0-gpu", DisplayName = "a list with a GPU type")]
    [DataRow("ecs.c7.xlarge;ecs.unknown", "vllm:0.14.0-gpu", DisplayName = "a list with an unknown type")]
    [DataRow("ecs.c7.xlarge", "registry.example.test/team/server:1", DisplayName = "a custom image")]
    [DataRow("ecs.c7.xlarge", "tensorflow-serving:2.14.1", DisplayName = "an image for CPU and GPU")]
    [DataRow("ecs.c7.xlarge", "vllm:0.14.0-xpu", DisplayName = "an XPU image")]
    [DataRow("ecs.egs1-c8x1.2xlarge", "vllm:0.14.0-gpu", DisplayName = "an XPU type")]
    public void Nothing_else_is_switched(string types, string image)
    {
        ResolvedService resolved = TestService.Valid.With("InstanceType", types).With("Image", image).Resolve();
        Assert.AreEqual(types, string.Join(';', resolved.InstanceTypes.Select(type => type.Name.Value)));
        Assert.IsEmpty(resolved.Choices.Where(choice => choice.Code == "EAS3901"));
    }

    [TestMethod]
    public void With_the_switch_off_the_authors_type_stays()
    {
        DeploymentPolicy off = DeploymentPolicy.Default with { AutoSwitchInstance = false };
        Assert.AreEqual(CpuType, TestService.Valid.With("InstanceType", CpuType).Resolve(policy: off).InstanceTypes[0].Name.Value);
    }

    [TestMethod]
    public void The_one_enabled_workspace_is_chosen_else_the_default_one_else_none()
    {
        TestService service = TestService.Valid.Without("Workspace");
        Workspace a = new("1", "a", "ENABLED", false);
        Workspace b = new("2", "b", "ENABLED", false);
        AssertChoice(service, [a, b with { Status = "FROZEN" }], "1", "EAS1901", "the only enabled one");
        AssertChoice(service, [a, b with { IsDefault = true }], "2", "EAS1901", "the default one");
        AssertChoice(service, [a, b], null, "EAS1902", "2 workspaces");
        AssertChoice(service, [a with { Status = "DISABLED" }], null, null, "");
        AssertChoice(service, [], null, null, "");
    }

    [TestMethod]
    public void A_workspace_asked_for_by_id_comes_before_one_of_that_name()
    {
        Catalog catalog = TestCatalog.Queried with { Workspaces = [new("1", "2", "ENABLED", false), new("2", "b", "ENABLED", false)] };
        Assert.AreEqual("b", TestService.Valid.With("Workspace", "2").Resolve(catalog).Workspace.Value!.Name);
        Assert.AreEqual(ResolutionState.NotFound, TestService.Valid.With("Workspace", "3").Resolve(catalog).Workspace.State);
    }

    [TestMethod]
    public void The_images_own_command_is_fitted_to_port_and_mount_path()
    {
        ResolvedService resolved = TestService.Valid.With("Port", "9000").With("ModelMountPath", "/mnt/qwen").Resolve();
        Assert.AreEqual("vllm serve /mnt/qwen --port 9000 --trust-remote-code", resolved.StartCommand.Script);
        Assert.AreEqual(StartCommandOrigin.Preset, resolved.StartCommand.Origin);
        Assert.AreEqual(9000, resolved.Port);
        Assert.AreEqual("EAS2902", Assert.ContainsSingle(resolved.Choices).Code);
    }

    [TestMethod]
    public void An_image_without_a_command_gets_the_typical_one_of_its_family()
    {
        ResolvedService resolved = TestService.Valid.With("Image", "vllm:v0.9.1-modelgallery").Resolve();
        Assert.AreEqual("vllm serve /model_dir --port 8000 --trust-remote-code", resolved.StartCommand.Script);
        Assert.AreEqual("EAS2903", Assert.ContainsSingle(resolved.Choices).Code);
        ResolvedService none = TestService.Valid.With("Image", "pytorch-inference:2.7.1-py312-cpu-ubuntu22.04").Resolve();
        Assert.AreEqual(StartCommandOrigin.None, none.StartCommand.Origin);
        Assert.AreEqual("", none.StartCommand.Text);
    }

    [TestMethod]
    [DataRow("vllm:1", "vllm serve /model_dir --port 8000 --trust-remote-code")]
    [DataRow("sglang:1", "python -m sglang.launch_server --model-path /model_dir --host 0.0.0.0 --port 8000")]
    [DataRow("comfyui:1", "python main.py --listen 0.0.0.0 --port 8000")]
    public void Without_a_catalog_the_family_still_has_its_command(string image, string script) =>
        Assert.AreEqual(script, TestService.Valid.With("Image", image).Resolve(TestCatalog.NotQueried).StartCommand.Script);

    [TestMethod]
    public void The_authors_words_win_over_every_preset()
    {
        StartCommand command = TestService.Valid.With("Script", "mine --port 8000").Resolve().StartCommand;
        Assert.AreEqual(new StartCommand("mine --port 8000", null, StartCommandOrigin.Author, false), command);
    }

    [TestMethod]
    public void EasConfig_of_GetImage_comes_before_the_labels_and_the_text_null_is_no_command()
    {
        CatalogImage image = TestCatalog.Images[0];
        Catalog With(string? script, int? port) => TestCatalog.Queried with { ImageDetails = [new ImageDetail(image.ImageId, null, script, port, [])] };
        ResolvedService detailed = TestService.Valid.Resolve(With("own serve --port 8123", 8123));
        Assert.AreEqual("own serve --port 8123", detailed.StartCommand.Script);
        Assert.AreEqual(8123, detailed.Port);
        Assert.AreEqual("vllm serve /model_dir --port 8000 --trust-remote-code", TestService.Valid.Resolve(With("null", null)).StartCommand.Script);
    }

    [TestMethod]
    public void The_address_comes_from_the_catalog_else_from_the_convention()
    {
        const string Address = "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu";
        Assert.AreEqual(Address, TestService.Valid.Resolve().ImageAddress);
        Assert.AreEqual(Address, TestService.Valid.Resolve(TestCatalog.NotQueried).ImageAddress);
        Assert.AreEqual("my.registry/own:1", TestService.Valid.With("Image", "my.registry/own:1").Resolve().ImageAddress);
        Assert.AreEqual("", TestService.Valid.Without("Image").Resolve().ImageAddress);
    }

    [TestMethod]
    public void A_missing_final_slash_is_announced_once_for_each_mount()
    {
        ResolvedService resolved = TestService.Valid
            .With("Model", "oss://yqtest-model/Qwen3.5-0.8B")
            .WithStorage("oss://team-data/lora/", ("MountPath", "/lora"))
            .WithStorage("not oss", ("MountPath", "/x"))
            .Resolve();
        Diagnostic choice = Assert.ContainsSingle(resolved.Choices);
        Assert.AreEqual("EAS2901", choice.Code);
        Assert.AreEqual(Severity.Info, choice.Severity);
    }

    [TestMethod]
    public void Every_image_of_the_seeds_resolves_with_a_type_that_fits_it()
    {
        Assert.IsNotEmpty(SeedCatalog.Images);
        foreach (CatalogImage image in SeedCatalog.Images)
        {
            ResolvedService resolved = TestService.Valid.With("Image", image.Name).Resolve(SeedCatalog.Queried);
            Assert.AreEqual(ResolutionState.Found, resolved.Image.State, image.Name);
            bool isKnown = !resolved.Image.Value!.Chips.IsEmpty;
            Assert.AreEqual(isKnown, resolved.FittingInstanceType is not null, image.Name);
        }
    }

    private static void AssertChoice(TestService service, Workspace[] workspaces, string? id, string? code, string words)
    {
        ResolvedService resolved = service.Resolve(TestCatalog.Queried with { Workspaces = [.. workspaces] });
        Assert.AreEqual(id, resolved.Workspace.Value?.Id);
        Assert.AreEqual(code, resolved.Choices.SingleOrDefault()?.Code);
        StringAssert.Contains(resolved.Choices.SingleOrDefault()?.Message ?? "", words);
    }
}
