using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2007MountPathReservedTests
{
    [TestMethod]
    [DataRow("/", "/")]
    [DataRow("/etc", "/etc")]
    [DataRow("/usr/local/model", "/usr")]
    [DataRow("//proc//self", "/proc")]
    [DataRow("/./dev/shm", "/dev")]
    [DataRow("/lib64/", "/lib64")]
    public void A_system_folder_is_refused(string path, string folder)
    {
        Diagnostic finding = TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", path)).Finding("EAS2007");
        StringAssert.Contains(finding.Message, $"MountPath '{path}' would hide the container's system folder '{folder}'. Set MountPath=\"/data\"");
    }

    [TestMethod]
    public void The_model_has_its_own_default_to_go_back_to() =>
        StringAssert.Contains(TestService.Valid.With("ModelMountPath", "/var/model").Finding("EAS2007").Message, "Set ModelMountPath=\"/model_dir\"");

    [TestMethod]
    [DataRow("/etcetera")]
    [DataRow("/data/etc")]
    [DataRow("/mnt/usr")]
    [DataRow("/home/model")]
    [DataRow("etc")]
    public void Folders_that_only_look_like_it_pass(string path) =>
        Assert.IsEmpty(TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", path)).Findings("EAS2007"));
}
