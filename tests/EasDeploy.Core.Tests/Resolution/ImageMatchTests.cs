using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

[TestClass]
public sealed class ImageMatchTests
{
    [TestMethod]
    public void Every_image_of_the_seeds_is_found_by_name_and_by_address()
    {
        Assert.IsGreaterThan(90, SeedCatalog.Images.Length);
        foreach (CatalogImage image in SeedCatalog.Images)
        {
            Assert.AreEqual(image, Find(image.Name, SeedCatalog.Images), image.Name);
            Assert.IsNotNull(Find(ImageMatch.AddressOf(image)!, SeedCatalog.Images), image.Name);
        }
    }

    [TestMethod]
    [DataRow("vllm:0.14.0")]
    [DataRow("VLLM:0.14.0-GPU")]
    [DataRow("pai-eas/vllm:0.14.0-gpu")]
    [DataRow("")]
    public void Only_the_whole_name_or_address_matches(string text) => Assert.IsNull(Find(text, TestCatalog.Images));

    [TestMethod]
    public void The_address_is_the_field_then_the_label()
    {
        CatalogImage row = new("image-1", "a:1", "field/a:1", [new ImageLabel("system.imageUri", "label/a:1")]);
        Assert.AreEqual("field/a:1", ImageMatch.AddressOf(row));
        Assert.AreEqual("label/a:1", ImageMatch.AddressOf(row with { ImageUri = null }));
        Assert.AreEqual("label/a:1", ImageMatch.AddressOf(row with { ImageUri = "" }));
        Assert.IsNull(ImageMatch.AddressOf(row with { ImageUri = null, Labels = [] }));
    }

    [TestMethod]
    public void Without_a_catalog_the_address_follows_the_registry_convention()
    {
        ImageReference image = new("vllm:0.14.0-gpu");
        Assert.AreEqual("eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu", ImageMatch.ConventionalAddress(image, "cn-shanghai"));
        Assert.AreEqual("my.registry/own:1", ImageMatch.ConventionalAddress(new ImageReference("my.registry/own:1"), "cn-shanghai"));
    }

    [TestMethod]
    [DataRow("vllm", "vllm:0.14.0-gpu")]
    [DataRow("comfyui", "comfyui:2.2-api")]
    [DataRow("vllm:0.13.0", "vllm:0.13.0rc2.a8ec486.20260305pai-gpu")]
    [DataRow("sglang:0.5.8", "sglang:0.5.8-acclep1.2.1-gpu")]
    [DataRow("pai-rag:0.4.2", "pai-rag:0.4.3")]
    [DataRow("sglan:0.5.6-gpu", "sglang:0.5.6-gpu")]
    [DataRow("vllm:9999.1-very-new-build-of-tomorrow", "vllm:0.14.0-gpu")]
    public void The_likely_image_is_suggested(string written, string suggested) =>
        Assert.AreEqual(suggested, ImageMatch.Suggest(SeedCatalog.Images, new ImageReference(written)));

    [TestMethod]
    public void Nothing_near_suggests_nothing() => Assert.IsNull(ImageMatch.Suggest(SeedCatalog.Images, new ImageReference("something:else-entirely")));

    [TestMethod]
    [DataRow("vllm", "", "", "ecs.gn7i-c16g1.4xlarge", "vllm:0.14.0-gpu")]
    [DataRow("vllm", "", "PPU", "ecs.gn7i-c16g1.4xlarge", "vllm:0.14.0-ppu")]
    [DataRow("vllm", "", "", "ecs.egs1-c8x1.2xlarge", "vllm:0.14.0-xpu")]
    [DataRow("vllm", "", "", "", "vllm:0.14.0-gpu")]
    [DataRow("vllm", "[0.11,0.12]", "", "", "vllm:0.12.0-gpu")]
    [DataRow("vllm", "(,0.13.0)", "PPU", "", "vllm:0.11.0-ppu")]
    [DataRow("vllm", "[0.13.0-rc.1,0.14.0)", "", "", "vllm:0.13.0rc2.a8ec486.20260305pai-gpu")]
    [DataRow("vllm", "[0.13.0-rc1,0.14.0)", "", "", "vllm:0.13.0rc2.a8ec486.20260305pai-gpu")]
    [DataRow("vllm", "[0.13.0rc2]", "", "", "vllm:0.13.0rc2.a8ec486.20260305pai-gpu")]
    [DataRow("vllm", "[0.13.0rc3,0.14.0)", "", "", null)]
    [DataRow("vllm", "0.11.*", "GPU", "", "vllm:0.11.2-gpu")]
    [DataRow("vllm", "[v0.9.1]", "", "", "vllm:v0.9.1-modelgallery")]
    [DataRow("llama.cpp", "[b6500]", "CPU", "", "llama.cpp:b6500-cpu")]
    [DataRow("python-inference", "", "", "", "python-inference:py39-ubuntu2004")]
    [DataRow("python-inference", "[1.0,)", "", "", null)]
    [DataRow("vllm", "[0.13.0,0.14.0)", "", "", null)]
    [DataRow("sglang", "", "", "", "sglang:v0.5.17")]
    [DataRow("tritonserver", "", "", "", "tritonserver:25.03-py3")]
    [DataRow("pytorch-inference", "", "", "ecs.c7.xlarge", "pytorch-inference:2.7.1-py312-cpu-ubuntu22.04")]
    [DataRow("VLLM", "", "", "", null)]
    [DataRow("nobody", "", "", "", null)]
    public void A_bare_family_is_its_newest_image_that_fits(string family, string range, string chip, string type, string? name)
    {
        ServiceSpec spec = TestService.Valid.With("Image", family).With("ImageVersion", range).With("Chip", chip).With("InstanceType", type).Spec();
        Assert.AreEqual(name, ImageMatch.Find(SeedCatalog.Images, spec, SeedCatalog.InstanceTypes)?.Name);
    }

    [TestMethod]
    public void The_choice_does_not_depend_on_the_order_of_the_list()
    {
        ServiceSpec spec = TestService.Valid.With("Image", "vllm").Spec();
        Random random = new(20261123);
        for (int round = 0; round < 50; round++)
        {
            CatalogImage[] shuffled = [.. SeedCatalog.Images];
            random.Shuffle(shuffled);
            Assert.AreEqual("vllm:0.14.0-gpu", ImageMatch.Find(shuffled, spec, SeedCatalog.InstanceTypes)?.Name);
        }
    }

    private static CatalogImage? Find(string text, IEnumerable<CatalogImage> images) =>
        ImageMatch.Find(images, TestService.Valid.With("Image", text).Spec(), SeedCatalog.InstanceTypes);
}
