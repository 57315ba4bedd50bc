using System.Xml.Linq;

namespace EasDeploy.Repository;

[TestClass]
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> s_arrows = new(StringComparer.Ordinal)
    {
        ["EasDeploy.Core"] = [],
        ["EasDeploy.Aliyun"] = ["EasDeploy.Core"],
        ["EasDeploy.Build"] = ["EasDeploy.Aliyun"],
        ["EasDeploy.Tool"] = ["EasDeploy.Aliyun"],
        // The emulator must be able to disagree with us.
        ["EasDeploy.Emulator"] = [],
    };

    private static IEnumerable<string> Projects => SourceTree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal));

    [TestMethod]
    public void Project_references_point_only_inward()
    {
        Assert.IsNotEmpty(Projects);
        foreach (string project in Projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            Assert.IsTrue(s_arrows.ContainsKey(name), $"{project} is not drawn in the architecture");
            string[] compiled = [.. References(project)];
            Assert.AreEqual("", string.Join(' ', compiled.Except(s_arrows[name])), $"{project} points the wrong way");
        }
    }

    [TestMethod]
    public void Core_needs_no_package_at_run_time_but_versions()
    {
        XDocument project = XDocument.Parse(SourceTree.Read("src/EasDeploy.Core/EasDeploy.Core.csproj"));
        XElement[] packages = [.. project.Descendants("PackageReference")];
        Assert.IsNotEmpty(packages);
        string[] atRunTime = [.. packages.Where(package => package.Attribute("PrivateAssets")?.Value != "all").Select(package => package.Attribute("Include")!.Value)];
        CollectionAssert.AreEqual(new[] { "NuGet.Versioning" }, atRunTime);
    }

    [TestMethod]
    public void The_emulator_names_none_of_the_products_namespaces()
    {
        string[] files = [.. SourceTree.Files.Where(file => file.StartsWith("src/EasDeploy.Emulator/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))];
        Assert.IsNotEmpty(files);
        foreach (string file in files)
        {
            foreach (string name in new[] { "Aliyun", "Build", "Rules", "Resolution", "Specs", "Catalogs", "Configs", "Plans", "Execution" })
            {
                Assert.DoesNotContain($"using EasDeploy.{name}", SourceTree.Read(file), file);
            }
        }
    }

    [TestMethod]
    public void No_folder_is_named_after_nothing()
    {
        string[] empty = ["Common", "Shared", "Helpers", "Utils", "Utilities", "Misc"];
        Assert.IsNotEmpty(SourceTree.Folders);
        Assert.AreEqual("", string.Join(' ', SourceTree.Folders.Where(folder => empty.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))));
    }

    [TestMethod]
    public void No_type_is_named_after_nothing()
    {
        string[] endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Data", "Info"];
        string[] named = [.. SourceTree.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => endings.Any(ending => Path.GetFileNameWithoutExtension(file).EndsWith(ending, StringComparison.Ordinal)))];
        Assert.AreEqual("", string.Join(' ', named));
    }

    [TestMethod]
    public void Every_source_file_stays_under_300_lines()
    {
        string[] files = [.. SourceTree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))];
        Assert.IsGreaterThan(50, files.Length);
        Assert.AreEqual("", string.Join(' ', files.Where(file => SourceTree.Read(file).Count(character => character == '\n') > 300)));
    }

    // A reference that only orders the build (the package carries the emulator) is no arrow.
    private static IEnumerable<string> References(string project) => XDocument.Parse(SourceTree.Read(project))
        .Descendants("ProjectReference")
        .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false" && (string?)reference.Element("ReferenceOutputAssembly") != "false")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
