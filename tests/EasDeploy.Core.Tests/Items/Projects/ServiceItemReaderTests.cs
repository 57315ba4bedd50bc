using System.Collections.Immutable;
using System.Xml.Linq;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Items.Projects;

[TestClass]
public sealed class ServiceItemReaderTests
{
    private const string Project = """
        <Project>
          <ItemGroup>
            <EasService Include="chat" Image="vllm:1" Condition="'$(Fast)' == 'true'" />
            <EasService Include="chat" Image="vllm:2" />
            <EasService Include="twin" Image="same:1" />
            <EasService Include="twin" Image="same:1" />
            <EasService Include="long">
              <Script>vllm serve</Script>
            </EasService>
            <EasStorage Include="oss://abc/x/" Service="chat;twin" MountPath="/x" />
          </ItemGroup>
          <ItemGroup>
            <EasService Update="long;other"
                        Port="9000" />
            <EasEnvironmentVariable Include="EMPTY" Value="" />
            <EasEnvironmentVariable Include="NOTHING" />
          </ItemGroup>
          <ItemDefinitionGroup>
            <EasService>
              <Replicas>2</Replicas>
            </EasService>
          </ItemDefinitionGroup>
        </Project>
        """;

    [TestMethod]
    public void A_value_is_placed_at_its_attribute_or_its_element()
    {
        using TempFolder folder = new();
        ServiceItem item = Assert.ContainsSingle(Read(folder, Item("long", ("Script", "vllm serve"))));
        Assert.AreEqual(7, item.Location.Line);
        Assert.AreEqual(8, item.Find("Script")!.Location.Line);
    }

    [TestMethod]
    public void A_value_of_an_update_or_a_definition_is_placed_there()
    {
        using TempFolder folder = new();
        ServiceItem item = Assert.ContainsSingle(Read(folder, Item("long", ("Script", "vllm serve"), ("Port", "9000"), ("Replicas", "2"))));
        Assert.AreEqual(14, item.Find("Port")!.Location.Line);
        Assert.AreEqual(20, item.Find("Replicas")!.Location.Line);
        Assert.AreEqual(8, item.Find("Script")!.Location.Line);
    }

    [TestMethod]
    [DataRow("*")]
    [DataRow("c?at")]
    [DataRow("@(EasService)")]
    [DataRow("$(Name)")]
    public void An_update_by_pattern_is_a_place_too(string update)
    {
        using TempFolder folder = new();
        string file = folder.Write(
            "App.csproj", $"<Project>\n<ItemGroup>\n<EasService Include=\"chat\" Image=\"a\" />\n<EasService Update=\"{update}\" Port=\"8080\" />\n</ItemGroup>\n</Project>\n");
        XElement item = new ProjectSource(File.ReadAllBytes).FindItem(file, "EasService", "chat", new Dictionary<string, string>(), 0)!;
        Assert.AreEqual(4, ProjectSource.OfMetadata(file, item, "chat", "Port", "8080").Line);
    }

    [TestMethod]
    public void Of_variants_with_conditions_the_one_that_says_the_value_is_the_place()
    {
        using TempFolder folder = new();
        string file = folder.Write("App.csproj", """
            <Project>
              <ItemGroup>
                <EasService Include="chat">
                  <InstanceType Condition="'$(Configuration)' == 'Release'">ecs.a</InstanceType>
                  <InstanceType Condition="'$(Configuration)' != 'Release'">ecs.b</InstanceType>
                </EasService>
              </ItemGroup>
            </Project>
            """);
        XElement item = new ProjectSource(File.ReadAllBytes).FindItem(file, "EasService", "chat", new Dictionary<string, string>(), 0)!;
        Assert.AreEqual(5, ProjectSource.OfMetadata(file, item, "chat", "InstanceType", "ecs.b").Line);
        Assert.AreEqual(4, ProjectSource.OfMetadata(file, item, "chat", "InstanceType", "ecs.a").Line);
    }

    [TestMethod]
    [DataRow("EasWait", "maybe", "App.csproj", 3)]
    [DataRow("EasVerify", "All", "Directory.Build.props", 4)]
    [DataRow("EasOnExisting", "Replace", "App.csproj", 0)]
    public void A_bad_property_is_placed_where_it_is_written(string property, string value, string name, int line)
    {
        using TempFolder folder = new();
        string file = folder.Write("src/App.csproj", "<Project>\n  <PropertyGroup>\n    <EasWait>maybe</EasWait>\n  </PropertyGroup>\n</Project>\n");
        folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <EasVerify Condition="false">None</EasVerify>
                <EasVerify>All</EasVerify>
              </PropertyGroup>
            </Project>
            """);
        SourceLocation place = new ProjectSource(File.ReadAllBytes).OfProperty(file, property, value);
        Assert.AreEqual((name, line), (Path.GetFileName(place.File), place.Line));
    }

    [TestMethod]
    public void An_empty_variable_is_told_from_one_without_a_value()
    {
        using TempFolder folder = new();
        string file = folder.Write("App.csproj", Project);
        (ImmutableArray<ServiceItem> items, _) = Reader(Path.GetTempPath()).Read(
            ProjectItems.None with { Services = [Written(file, "long", ("Image", "any:1"))], EnvironmentVariables = [Written(file, "EMPTY"), Written(file, "NOTHING")] }, "");
        AttachedItem[] variables = [.. Assert.ContainsSingle(items).Environment];
        Assert.HasCount(2, variables);
        Assert.AreEqual("", variables[0].Find("Value")?.Text);
        Assert.IsNull(variables[1].Find("Value"));
    }

    [TestMethod]
    public void Of_two_variants_with_one_name_the_one_that_says_the_same_is_the_place()
    {
        using TempFolder folder = new();
        Assert.AreEqual(4, Assert.ContainsSingle(Read(folder, Item("chat", ("Image", "vllm:2")))).Location.Line);
        Assert.AreEqual(3, Assert.ContainsSingle(Read(folder, Item("chat", ("Image", "vllm:1")))).Location.Line);
    }

    [TestMethod]
    public void Of_two_equal_items_each_has_its_own_place()
    {
        using TempFolder folder = new();
        int[] lines = [.. Read(folder, Item("twin", ("Image", "same:1")), Item("twin", ("Image", "same:1"))).Select(item => item.Location.Line)];
        CollectionAssert.AreEqual(new[] { 5, 6 }, lines);
    }

    [TestMethod]
    public void An_item_made_by_an_expression_has_its_file_for_a_place()
    {
        using TempFolder folder = new();
        SourceLocation location = Assert.ContainsSingle(Read(folder, Item("generated", ("Image", "vllm:1")))).Location;
        Assert.AreEqual(folder["App.csproj"], location.File);
        Assert.AreEqual(0, location.Line);
    }

    [TestMethod]
    public void An_item_for_some_services_is_attached_to_those_only()
    {
        using TempFolder folder = new();
        string file = folder.Write("App.csproj", Project);
        ProjectItem storage = Written(file, "oss://abc/x/", ("Service", "chat;twin"), ("MountPath", "/x"));
        string[] names = ["chat", "long", "twin"];
        (ImmutableArray<ServiceItem> items, ImmutableArray<Diagnostic> findings) = Reader(Path.GetTempPath()).Read(
            ProjectItems.None with { Services = [.. names.Select(name => Written(file, name, ("Image", "any:1")))], Storage = [storage] }, "");
        Assert.AreEqual("chat 1 long 0 twin 1", string.Join(' ', items.Select(item => FormattableString.Invariant($"{item.Name} {item.Storage.Length}"))));
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [DataRow("""{"labels":{"team":"ml"}}""", null)]
    [DataRow("""{"metadata":{"name":"chat"}}""", null)]
    [DataRow("""{"metadata":{"name":"other"}}""", "EAS8018")]
    [DataRow("""["no object"]""", "EAS8011")]
    [DataRow(null, "EAS8016")]
    public void A_patch_is_read_beside_the_project(string? json, string? code)
    {
        using TempFolder folder = new();
        ProjectItem service = Written(folder.Write("App.csproj", Project), "chat", ("Image", "any:1"), ("ConfigPatch", "eas/patch.json"));
        if (json is not null)
        {
            folder.Write("eas/patch.json", json);
        }

        (ImmutableArray<ServiceItem> items, ImmutableArray<Diagnostic> findings) =
            Reader(folder.Path).Read(ProjectItems.None with { Services = [service] }, "");
        Assert.AreEqual(code ?? "", string.Join(' ', findings.Select(finding => finding.Code)));
        Assert.AreEqual(code is null or "EAS8018", Assert.ContainsSingle(items).ConfigPatch is not null);
    }

    [TestMethod]
    public void A_document_takes_the_policy_of_its_item_and_no_more()
    {
        using TempFolder folder = new();
        folder.Write("chat.json", """{"metadata":{"name":"chat"}}""");
        ProjectItem document = Written(folder.Write("App.csproj", Project), "chat.json", ("OnExisting", "Fail"), ("Image", "any:1")) with
        {
            FullPath = Path.Combine(folder.Path, "chat.json"),
        };
        (ImmutableArray<ServiceItem> items, ImmutableArray<Diagnostic> findings) =
            Reader(folder.Path).Read(ProjectItems.None with { ServiceFiles = [document] }, "");
        Assert.AreEqual("Fail", Assert.ContainsSingle(items).Find("OnExisting")!.Text);
        Assert.IsNull(items[0].Find("Image"));
        Assert.AreEqual("EAS8002", Assert.ContainsSingle(findings).Code);
    }

    private static (string Name, (string, string)[] Metadata) Item(string name, params (string, string)[] metadata) => (name, metadata);

    private static ImmutableArray<ServiceItem> Read(TempFolder folder, params (string Name, (string, string)[] Metadata)[] items)
    {
        string file = folder.Write("App.csproj", Project);
        return Reader(Path.GetTempPath()).Read(ProjectItems.None with { Services = [.. items.Select(item => Written(file, item.Name, item.Metadata))] }, "").Items;
    }

    private static ServiceItemReader Reader(string folder) => new(new ProjectSource(File.ReadAllBytes), folder, File.ReadAllBytes);

    private static ProjectItem Written(string file, string include, params (string Name, string Value)[] metadata) =>
        new(include, "", file, metadata.ToImmutableDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase));
}
