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
            Assert.AreEqual(image, ImageMatch.Find(SeedCatalog.Images, new ImageReference(image.Name)), image.Name);
            Assert.IsNotNull(ImageMatch.Find(SeedCatalog.Images, new ImageReference(ImageMatch.AddressOf(image)!)), image.Name);
        }
    }

    [TestMethod]
    [DataRow("vllm:0.14.0")]
    [DataRow("VLLM:0.14.0-GPU")]
    [DataRow("pai-eas/vllm:0.14.0-gpu")]
    [DataRow("")]
    public void Only_the_whole_name_or_address_matches(string text) => Assert.IsNull(ImageMatch.Find(TestCatalog.Images, new ImageReference(text)));

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
}
