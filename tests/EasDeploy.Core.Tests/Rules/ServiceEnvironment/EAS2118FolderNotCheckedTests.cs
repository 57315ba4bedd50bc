namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2118FolderNotCheckedTests
{
    [TestMethod]
    public void A_folder_that_may_not_be_listed_is_told_once() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://secret-models/m/' could not be listed (AccessDenied), so what lies there was not checked. Allow oss:ListObjects on the bucket to check it.",
        TestService.Valid.With("Model", "oss://secret-models/m/").WithStorage("oss://secret-models/m/", ("MountPath", "/again")).Finding("EAS2118").Message);

    [TestMethod]
    public void A_folder_of_too_many_objects_is_told() => StringAssert.Contains(
        TestService.Valid.With("Model", "oss://my-models/pictures/").Finding("EAS2118").Message, "'oss://my-models/pictures/' holds more than 2 objects");

    [TestMethod]
    public void What_was_read_and_what_was_not_asked_for_is_not_mentioned()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS2118"));
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://secret-models/m/").Findings("EAS2118", TestCatalog.NotQueried));
    }
}
