using System.Text;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Execution;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Deployments;

[TestClass]
public sealed class StateFilesTests
{
    [TestMethod]
    public void A_file_is_replaced_as_a_whole_and_belongs_to_its_owner_alone()
    {
        using TempFolder folder = new();
        StateFiles state = new(folder["state"]);
        Assert.IsNull(state.Read(StateFile.Journal, "a"));

        state.Write(StateFile.Journal, "a", "first"u8);
        state.Write(StateFile.Journal, "a", "2"u8);
        state.Write(StateFile.Backup, "a", "secret"u8);

        Assert.AreEqual("2", Encoding.UTF8.GetString(state.Read(StateFile.Journal, "a")!));
        CollectionAssert.AreEquivalent(
            new[] { "a.backup.json", "a.journal.json" }, Directory.GetFiles(folder["state"]).Select(Path.GetFileName).ToArray());
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["state/a.backup.json"]));
        }

        state.Remove(StateFile.Backup, "a");
        state.Remove(StateFile.Backup, "a");
        Assert.IsNull(state.Read(StateFile.Backup, "a"));
    }

    [TestMethod]
    public void A_service_is_locked_once_and_the_second_learns_who_has_it()
    {
        using TempFolder folder = new();
        using IDisposable? first = new StateFiles(folder.Path).TryLock("a", "alice", out _);
        Assert.IsNotNull(first);

        Assert.IsNull(new StateFiles(folder.Path).TryLock("a", "bob", out string other));
        Assert.AreEqual("alice", other);
        using IDisposable? elsewhere = new StateFiles(folder.Path).TryLock("b", "bob", out _);
        Assert.IsNotNull(elsewhere);

        first.Dispose();
        using IDisposable? second = new StateFiles(folder.Path).TryLock("a", "bob", out _);
        Assert.IsNotNull(second);
    }

    [TestMethod]
    [DataRow("/dev/full/state")]
    [DataRow("/proc/state")]
    public void A_folder_that_takes_nothing_says_so(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            path = "Z:\\no\\such";
        }

        DeploymentStateException exception = Assert.ThrowsExactly<DeploymentStateException>(
            () => new StateFiles(path).Write(StateFile.Journal, "a", "x"u8));
        Assert.AreNotEqual("", exception.Message);
    }

    [TestMethod]
    [DataRow("../a")]
    [DataRow("a/b")]
    public void A_name_never_leaves_the_folder(string name)
    {
        using TempFolder folder = new();
        Assert.ThrowsExactly<DeploymentStateException>(() => new StateFiles(folder.Path).Write(StateFile.Journal, name, "x"u8));
        Assert.IsEmpty(Directory.GetFiles(folder.Path));
    }
}
