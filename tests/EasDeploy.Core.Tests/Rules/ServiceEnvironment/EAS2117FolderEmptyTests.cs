namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2117FolderEmptyTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': nothing lies at 'oss://empty-bucket/m/'. Upload the files, or correct the path.",
        TestService.Valid.With("Model", "oss://empty-bucket/m/").Finding("EAS2117").Message);

    [TestMethod]
    [DataRow("true", 1)]
    [DataRow("false", 0)]
    public void A_folder_to_write_to_may_be_empty(string readOnly, int findings) => Assert.HasCount(
        findings, TestService.Valid.WithStorage("oss://empty-bucket/m/", ("MountPath", "/out"), ("ReadOnly", readOnly)).Findings("EAS2117"));

    [TestMethod]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("oss://secret-models/m/")]
    public void A_folder_with_files_and_one_that_may_not_be_listed_pass(string model) => Assert.IsEmpty(TestService.Valid.With("Model", model).Findings("EAS2117"));
}
