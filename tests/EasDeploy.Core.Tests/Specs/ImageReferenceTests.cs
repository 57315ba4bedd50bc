namespace EasDeploy.Specs;

[TestClass]
public sealed class ImageReferenceTests
{
    [TestMethod]
    [DataRow("vllm:0.14.0-gpu", false, "vllm:0.14.0-gpu", "vllm")]
    [DataRow("vllm", false, "vllm", "vllm")]
    [DataRow("registry.example.test:5000/team/server:1", true, "server:1", "server")]
    [DataRow("registry.example.test/server@sha256:0123", true, "server@sha256:0123", "server")]
    [DataRow("registry.example.test/", true, "", "")]
    public void A_reference_knows_its_parts(string text, bool isAddress, string shortName, string family)
    {
        ImageReference image = new(text);
        Assert.AreEqual(isAddress, image.IsAddress);
        Assert.AreEqual(shortName, image.ShortName);
        Assert.AreEqual(family, image.Family);
    }
}
