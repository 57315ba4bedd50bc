using EasDeploy.Catalogs;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2116BucketUnknownTests
{
    [TestMethod]
    public void A_bucket_that_exists_nowhere_is_told() => Assert.AreEqual(
        "service 'qwen_chat': bucket 'nobodys-bucket' does not exist. Create it and upload the folder.",
        TestService.Valid.With("Model", "oss://nobodys-bucket/m/").Finding("EAS2116").Message);

    [TestMethod]
    public void A_near_name_is_offered() => Assert.AreEqual(
        "service 'qwen_chat': bucket 'yqtest-models' is not one of this account. Write oss://yqtest-model/, or make sure that its owner lets EAS read it.",
        TestService.Valid.With("Model", "oss://yqtest-models/Qwen3.5-0.8B/").Finding("EAS2116").Message);

    [TestMethod]
    public void A_bucket_of_a_partner_is_told() => Assert.AreEqual(
        "service 'qwen_chat': bucket 'partner-models' is not one of this account. Make sure that its owner lets EAS read it.",
        TestService.Valid.With("Model", "oss://partner-models/qwen/").Finding("EAS2116").Message);

    [TestMethod]
    public void An_own_bucket_passes_and_buckets_that_may_not_be_listed_are_not_checked()
    {
        Catalog noList = TestCatalog.Queried with { MountedStorage = TestModels.Storage with { Buckets = null } };
        Assert.IsEmpty(TestService.Valid.Findings("EAS2116"));
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://partner-models/qwen/").Findings("EAS2116", noList));
        Assert.IsNotEmpty(TestService.Valid.With("Model", "oss://nobodys-bucket/m/").Findings("EAS2116", noList));
    }
}
