using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Rules;

/// <summary>
/// The pages of the rules and choices are run: "What you see" is what the first project of "Fix" really gives, and the second one is right.
/// <c>EAS_ACCEPT=1</c> rewrites "What you see".
/// </summary>
[TestClass]
public sealed partial class DiagnosticPagesTests
{
    // What a build without the cloud says.
    private static readonly string[] s_codesWithoutCatalog = ["EAS2107", "EAS3107", "EAS4102"];

    public static IEnumerable<object[]> Codes => RuleSet.ItemRules.Select(rule => rule.Descriptor)
        .Concat(RuleSet.Rules.Select(rule => rule.Descriptor))
        .Concat(RuleSet.ProjectRules.Select(rule => rule.Descriptor))
        .Concat(ResolutionChoices.All)
        .Append(BuildDiagnostics.NotServiceJson)
        .Select(descriptor => new object[] { descriptor.Code });

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void The_page_shows_what_its_first_project_gives(string code)
    {
        string[] seen = [.. Judge(code, Blocks(code)[0]).Where(finding => finding.Code == code).Select(Line)];
        Assert.IsNotEmpty(seen, $"The first project of {code}.md does not give {code}.");
        string page = File.ReadAllText(PathOf(code));
        string wanted = SeenBlock().Replace(page, match => match.Groups["head"].Value + string.Join('\n', seen) + "\n```");
        if (Environment.GetEnvironmentVariable(Golden.AcceptVariable) == "1")
        {
            File.WriteAllText(PathOf(code), wanted);
            return;
        }

        Assert.AreEqual(wanted, page, $"{code}.md differs; EAS_ACCEPT=1 rewrites it.");
    }

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void The_repaired_project_of_the_page_is_right(string code)
    {
        IReadOnlyList<Diagnostic> findings = Judge(code, Blocks(code)[^1]);
        Assert.IsEmpty(findings.Where(finding => finding.Code == code || finding.Severity == Severity.Error).Select(Line));
    }

    private static string PathOf(string code) => Path.Combine(Repository.Root, "docs", "diagnostics", code + ".md");

    /// <returns>The two XML or JSON blocks of the page's "Fix": before and after.</returns>
    private static List<string> Blocks(string code)
    {
        string fix = File.ReadAllText(PathOf(code)).Split("\n## Fix\n")[1].Split("\n## ")[0];
        List<string> blocks = [.. CodeBlock().Matches(fix).Select(match => match.Groups["code"].Value)];
        Assert.HasCount(2, blocks);
        return blocks;
    }

    // The block as it stands in a project file of the usual layout.
    private static string InProject(string block)
    {
        bool hasGroups = block.Contains("<ItemGroup>", StringComparison.Ordinal);
        string indent = hasGroups ? "  " : "    ";
        string body = string.Concat(block.Split('\n').Select(line => line.Length == 0 ? "\n" : indent + line + "\n"));
        return "<Project Sdk=\"Microsoft.NET.Sdk\">\n\n" + (hasGroups ? body : $"  <ItemGroup>\n{body}  </ItemGroup>\n") + "</Project>\n";
    }

    private static List<Diagnostic> Judge(string code, string block)
    {
        Catalog catalog = code switch
        {
            "EAS1902" => TestCatalog.Queried with { Workspaces = [.. TestCatalog.Workspaces.Select(workspace => workspace with { IsDefault = false })] },
            _ when s_codesWithoutCatalog.Contains(code) => TestCatalog.NotQueried,
            _ => TestCatalog.Queried,
        };
        if (block.StartsWith('{'))
        {
            (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(block), "eas_service.json");
            return failure is null
                ? [.. RuleSet.Check(ServiceResolver.Resolve(ServiceSpec.From(ConfigReader.Read(text!), DeploymentPolicy.Default), catalog, CheckPurpose.Build)).Diagnostics]
                : [failure];
        }

        XElement root = XDocument.Parse(InProject(block), LoadOptions.SetLineInfo).Root!;
        bool autoSwitch = root.Descendants("EasAutoSwitchInstance").SingleOrDefault()?.Value != "false";
        DeploymentPolicy policy = DeploymentPolicy.Default with { AutoSwitchInstance = autoSwitch };
        List<ServiceItem> items = [.. root.Descendants(PropertyCatalog.Service).Select(element =>
            ServiceItem.Create(Text(element.Attribute("Include")!), At(element), Metadata(element)) with
            {
                Storage = [.. root.Descendants(PropertyCatalog.Storage).Select(Attached)],
                Environment = [.. root.Descendants(PropertyCatalog.EnvironmentVariable).Select(Attached)],
                NlbListeners = [.. root.Descendants(PropertyCatalog.NlbListener).Select(Attached)],
                ScaleRules = [.. root.Descendants(PropertyCatalog.ScaleRule).Select(Attached)],
            })];
        Assert.IsNotEmpty(items);
        IEnumerable<Diagnostic> own = items.SelectMany(item =>
            RuleSet.Check(ServiceResolver.Resolve(ServiceSpec.From(item, policy), catalog, CheckPurpose.Build)).Diagnostics);
        return [.. RuleSet.CheckProject(items), .. own];
    }

    private static AttachedItem Attached(XElement element) =>
        new(Text(element.Attribute("Include")!), At(element), ServiceItem.Create("", At(element), Metadata(element)).Metadata);

    private static IEnumerable<KeyValuePair<string, ItemValue>> Metadata(XElement element) => element.Attributes()
        .Where(attribute => attribute.Name != "Include")
        .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, new ItemValue(Text(attribute), At(attribute))));

    // MSBuild unescapes %3B and the like.
    private static string Text(XAttribute attribute) => Uri.UnescapeDataString(attribute.Value);

    private static SourceLocation At(IXmlLineInfo place) => new("App.csproj", place.LineNumber, place.LinePosition);

    private static string Line(Diagnostic finding)
    {
        string severity = finding.Severity == Severity.Info ? "message" : finding.Severity.ToString().ToLowerInvariant();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Location.File}({finding.Location.Line},{finding.Location.Column}): {severity} {finding.Code}: {finding.Message}");
    }

    [GeneratedRegex(@"(?<head>\n## What you see\n.*?\n```text\n).*?\n```", RegexOptions.Singleline)]
    private static partial Regex SeenBlock();

    [GeneratedRegex(@"```(xml|json)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
