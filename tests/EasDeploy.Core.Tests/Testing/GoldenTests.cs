using System.Text;
using EasDeploy.Testing;

namespace EasDeploy.Core.Tests.Testing;

[TestClass]
public sealed class GoldenTests
{
    [TestMethod]
    public void Equal_bytes_pass()
    {
        using TempFolder folder = new("golden ü");
        folder.Write("a.txt", "one\ntwo ü\n");

        Golden.Check("one\ntwo ü\n", "a.txt", folder["Source.cs"]);
    }

    [TestMethod]
    public void A_mismatch_names_file_line_and_both_lines()
    {
        if (IsAccepting)
        {
            return;
        }

        using TempFolder folder = new();
        folder.Write("a.txt", "one\ntwo\nthree\n");

        GoldenMismatchException mismatch = Assert.ThrowsExactly<GoldenMismatchException>(
            () => Golden.Check("one\ntwo!\nthree\n", "a.txt", folder["Source.cs"]));

        Assert.Contains("a.txt(2) differs", mismatch.Message);
        Assert.Contains("    one\n  - two\n  + two!\n", mismatch.Message);
    }

    [TestMethod]
    [DataRow("one\r\n", "<CR>")]
    [DataRow("\uFEFFone\n", "<BOM>")]
    [DataRow("one", "(end of text)")]
    public void What_the_eye_does_not_see_is_a_difference_too(string actual, string shown)
    {
        if (IsAccepting)
        {
            return;
        }

        using TempFolder folder = new();
        folder.Write("a.txt", "one\n");

        GoldenMismatchException mismatch = Assert.ThrowsExactly<GoldenMismatchException>(
            () => Golden.Check(Encoding.UTF8.GetBytes(actual), "a.txt", folder["Source.cs"]));

        Assert.Contains(shown, mismatch.Message);
    }

    [TestMethod]
    public void A_missing_file_says_how_to_write_it()
    {
        if (IsAccepting)
        {
            return;
        }

        using TempFolder folder = new();

        GoldenMismatchException mismatch = Assert.ThrowsExactly<GoldenMismatchException>(
            () => Golden.Check("one\n", "new/a.txt", folder["Source.cs"]));

        Assert.Contains("EAS_ACCEPT=1", mismatch.Message);
        Assert.IsFalse(File.Exists(folder["new/a.txt"]));
    }

    [TestMethod]
    public void A_temp_folder_is_gone_with_everything_in_it_when_disposed()
    {
        string path;
        using (TempFolder folder = new("with space ü"))
        {
            path = folder.Path;
            string file = folder.Write("sub/read only.txt", "x");
            File.SetAttributes(file, FileAttributes.ReadOnly);
            Assert.IsTrue(Directory.Exists(path));
        }

        Assert.IsFalse(Directory.Exists(path));
        Assert.IsFalse(Directory.Exists(Path.GetDirectoryName(path)));
    }

    // A rewriting run accepts everything: what these tests look for cannot happen in it.
    private static bool IsAccepting => Environment.GetEnvironmentVariable(Golden.AcceptVariable) == "1";
}
