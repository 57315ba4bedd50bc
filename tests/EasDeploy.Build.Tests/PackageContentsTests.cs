using System.IO.Compression;
using System.Xml.Linq;
using EasDeploy.Aliyun;

namespace EasDeploy.Build.Tests;

[TestClass]
public sealed class PackageContentsTests
{
    private const string CompiledTasks = "tasks/net10.0-linux-x64/";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void The_package_holds_exactly_the_expected_files()
    {
        using ZipArchive package = ZipFile.OpenRead(TestPackage.Package.File);
        IEnumerable<string> files = package.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml" && !name.StartsWith(CompiledTasks, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        // A dependency that is missing here is taken from the SDK's folder in silence, even when it is older.
        Golden.Check(string.Join("\n", files) + "\n", "../../nuget/expected-contents.txt");
    }

    [TestMethod]
    public void The_tasks_compiled_ahead_are_in_released_packages_alone_and_complete()
    {
        using ZipArchive package = ZipFile.OpenRead(TestPackage.Package.File);
        string[] Below(string folder) => [.. package.Entries
            .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && !entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            .Select(entry => entry.Name).Order(StringComparer.Ordinal)];
        string[] portable = Below("tasks/net10.0/");

        Assert.IsNotEmpty(portable);
        CollectionAssert.AreEqual(PackedPackage.Configuration == "Release" ? portable : [], Below(CompiledTasks));
    }

    [TestMethod]
    public void It_is_a_development_dependency_that_brings_no_packages_of_its_own()
    {
        XElement metadata = Metadata();

        Assert.AreEqual("EasDeploy.Build", Value(metadata, "id"));
        Assert.AreEqual(TestPackage.Package.Version, Value(metadata, "version"));
        Assert.AreEqual("true", Value(metadata, "developmentDependency"));
        Assert.AreEqual("README.md", Value(metadata, "readme"));
        Assert.AreEqual("icon.png", Value(metadata, "icon"));
        Assert.AreEqual("MIT", Value(metadata, "license"));
        Assert.AreEqual("git", Element(metadata, "repository")?.Attribute("type")?.Value);
        Assert.AreEqual(40, Element(metadata, "repository")?.Attribute("commit")?.Value.Length);
        Assert.IsNull(Element(metadata, "dependencies"), "a consumer would restore our private packages");
        Assert.IsNull(Element(metadata, "frameworkReferences"));
    }

    [TestMethod]
    public void Readme_and_icon_are_what_their_names_say()
    {
        using ZipArchive package = ZipFile.OpenRead(TestPackage.Package.File);
        using StreamReader readme = new(package.GetEntry("README.md")!.Open());
        using Stream icon = package.GetEntry("icon.png")!.Open();
        byte[] signature = new byte[4];
        icon.ReadExactly(signature);

        StringAssert.StartsWith(readme.ReadToEnd(), "# EasDeploy.Build\n");
        CollectionAssert.AreEqual(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, signature);
    }

    [TestMethod]
    public async Task The_same_sources_and_epoch_give_the_same_bytes()
    {
        const string Epoch = "1700000000";
        PackedPackage first = await PackedPackage.PackAsync(TestPackage.Home, "0.1.0-same", "first", Epoch, TestContext.CancellationToken);
        PackedPackage second = await PackedPackage.PackAsync(TestPackage.Home, "0.1.0-same", "second", Epoch, TestContext.CancellationToken);

        byte[] bytes = await File.ReadAllBytesAsync(first.File, TestContext.CancellationToken);
        Assert.IsGreaterThan(100_000, bytes.Length);
        CollectionAssert.AreEqual(bytes, await File.ReadAllBytesAsync(second.File, TestContext.CancellationToken));
    }

    [TestMethod]
    public void The_task_and_the_emulator_of_one_build_call_themselves_the_same()
    {
        // With a pre-release version too: the assembly version does not carry the label.
        Assert.AreEqual(Emulator.EmulatorServer.Version.Split('+')[0], CloudAccess.Version);
        Assert.AreNotEqual("", CloudAccess.Version);
    }

    private static XElement Metadata()
    {
        using ZipArchive package = ZipFile.OpenRead(TestPackage.Package.File);
        using Stream nuspec = package.GetEntry("EasDeploy.Build.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private static XElement? Element(XElement metadata, string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name);

    private static string? Value(XElement metadata, string name) => Element(metadata, name)?.Value;
}
