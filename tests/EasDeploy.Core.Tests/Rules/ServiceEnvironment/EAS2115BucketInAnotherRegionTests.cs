namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2115BucketInAnotherRegionTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': bucket 'my-bucket' is in cn-shanghai, and the service runs in cn-hangzhou. Copy the folder to a bucket of cn-hangzhou, or set EasRegion to cn-shanghai.",
        TestService.Valid.With("Model", "oss://my-bucket/models/llama-7b/").Finding("EAS2115").Message);

    [TestMethod]
    public void Every_mount_is_looked_at() =>
        Assert.AreEqual(30, TestService.Valid.WithStorage("oss://overseas-models/qwen/", ("MountPath", "/other")).Finding("EAS2115").Location.Line);

    [TestMethod]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("oss://partner-models/qwen/")]
    public void A_bucket_of_the_region_and_one_that_is_not_known_pass(string model) => Assert.IsEmpty(TestService.Valid.With("Model", model).Findings("EAS2115"));

    [TestMethod]
    public void Without_a_catalog_nothing_is_known() =>
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://my-bucket/models/llama-7b/").Findings("EAS2115", TestCatalog.NotQueried));
}
