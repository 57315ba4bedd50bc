using System.Text.RegularExpressions;
using System.Xml.Linq;
using EasDeploy.Items;

namespace EasDeploy.Repository;

/// <summary>Names in the XML we ship are names the catalog knows: <c>dotnet build -check</c> misses misspelt ones in conditions of targets.</summary>
[TestClass]
public sealed partial class ShippedTargetsTests
{
    // Set by ourselves, for running from source; no author writes them.
    private static readonly string[] s_wiring = ["EasTasksAssembly", "EasEmulatorAssembly", "EasTaskFactory", "EasFromSource"];

    private static readonly string[] s_files =
    [
        "Directory.Build.targets",
        .. SourceTree.Files.Where(file => file.StartsWith("build/", StringComparison.Ordinal)),
    ];

    [TestMethod]
    public void Every_property_of_our_name_is_declared_and_every_declared_one_is_read()
    {
        string[] read = [.. s_files.SelectMany(file => PropertyName().Matches(SourceTree.Read(file))).Select(match => match.Groups["name"].Value).Distinct()];
        Assert.IsGreaterThan(10, read.Length);
        string[] declared = [.. PropertyCatalog.Properties.Select(property => property.Name)];
        Assert.AreEqual("", string.Join(' ', read.Except(declared).Except(s_wiring)), "read, and not declared");
        Assert.AreEqual("", string.Join(' ', declared.Except(read)), "declared, and never read");
    }

    [TestMethod]
    [DataRow(PropertyCatalog.Service)]
    [DataRow(PropertyCatalog.Storage)]
    [DataRow(PropertyCatalog.EnvironmentVariable)]
    [DataRow(PropertyCatalog.NlbListener)]
    [DataRow(PropertyCatalog.ScaleRule)]
    public void Every_metadata_of_an_item_is_part_of_the_fingerprint(string item)
    {
        string targets = SourceTree.Read("build/EasDeploy.Build.targets");
        string[] hashed =
        [
            .. HashLine().Matches(targets)
                .Where(line => line.Groups["item"].Value == item)
                .SelectMany(line => MetadataName().Matches(line.Groups["text"].Value))
                .Select(match => match.Groups["name"].Value)
                .Distinct(),
        ];
        Assert.IsNotEmpty(hashed);
        string[] wanted = [.. PropertyCatalog.MetadataOf(item).Select(declaration => declaration.Name).Append("Identity")];
        Assert.AreEqual("", string.Join(' ', wanted.Except(hashed)), "a change of these would not rebuild the config");
        Assert.AreEqual("", string.Join(' ', hashed.Except(wanted)), "these are no metadata of the item");
    }

    [TestMethod]
    public void Only_the_message_for_an_old_engine_carries_a_code_and_it_says_what_the_descriptor_says()
    {
        XElement[] errors = [.. s_files
            .Where(file => file.EndsWith(".targets", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Parse(SourceTree.Read(file)).Descendants())
            .Where(element => element.Attribute("Code") is not null)];
        XElement error = Assert.ContainsSingle(errors);
        Assert.AreEqual("EAS8006", error.Attribute("Code")!.Value);
        string format = Descriptors.All.Single(descriptor => descriptor.Code == "EAS8006").MessageFormat;
        Assert.AreEqual(format, error.Attribute("Text")!.Value.Replace("$(MSBuildVersion)", "{0}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\$\((?<name>(Eas|DeployToEas)[A-Za-z]*)\)")]
    private static partial Regex PropertyName();

    [GeneratedRegex(@"HashLine Include=""@\((?<item>[A-Za-z]+)->'(?<text>[^']*)'\)""")]
    private static partial Regex HashLine();

    [GeneratedRegex(@"%\((?<name>[A-Za-z]+)\)")]
    private static partial Regex MetadataName();
}
