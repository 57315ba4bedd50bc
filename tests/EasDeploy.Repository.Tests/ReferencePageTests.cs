using System.Text;
using EasDeploy.Items;
using EasDeploy.Testing;

namespace EasDeploy.Repository;

/// <summary>The reference pages are written from <see cref="PropertyCatalog"/>: <c>EAS_ACCEPT=1</c> rewrites them.</summary>
[TestClass]
public sealed class ReferencePageTests
{
    private const string Note = "Written by a test from `PropertyCatalog.cs`; change it there.\n";

    private static readonly Dictionary<string, string> s_intros = new(StringComparer.Ordinal)
    {
        [PropertyCatalog.Service] = """
            One service. `Include` is its name: 3 to 63 characters of `a-z 0-9 _`.

            ```xml
            <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />
            ```
            """,
        [PropertyCatalog.Storage] = """
            A folder mounted in the container. `Include` is an OSS folder, `oss://bucket/folder/`; a path of a NAS or CPFS server, `server:/path` (the service
            then names its VPC); or a PAI dataset, `dataset:d-…`, with a version `dataset:d-…@v1`.

            ```xml
            <EasStorage Include="oss://team-data/lora/" Service="qwen_chat" MountPath="/lora" ReadOnly="true" />
            <EasStorage Include="06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models" MountPath="/models" />
            <EasStorage Include="dataset:d-pcsah1t86bm8@v1" MountPath="/data" />
            ```
            """,
        [PropertyCatalog.EnvironmentVariable] = """
            A variable of the container's environment. `Include` is its name.

            ```xml
            <EasEnvironmentVariable Include="VLLM_LOGGING_LEVEL" Service="qwen_chat" Value="INFO" />
            <EasEnvironmentVariable Include="HF_TOKEN" FromEnvironment="HF_TOKEN" />
            ```
            """,
        [PropertyCatalog.NlbListener] = """
            A port of a network load balancer that leads to the service. `Include` is `default`, a load balancer that lives and dies with the service,
            or the id of one that exists. The service names its VPC with `VpcId`, `VSwitchIds` (two zones) and `SecurityGroupId`.

            ```xml
            <EasNlbListener Include="default" Service="qwen_chat" Port="9090" NetType="intranet" />
            ```
            """,
        [PropertyCatalog.ScaleRule] = """
            A further reason for more instances, beside `AutoscaleMetric`. `Include` is the metric. The service sets `AutoscaleMax`.

            ```xml
            <EasScaleRule Include="gpu" Service="qwen_chat" Threshold="80" />
            ```
            """,
        [PropertyCatalog.ServiceFile] = """
            A service that is described by an `eas_service.json` of its own. `Include` is the file; patterns work. It is judged by the rules of `EasService`, at line and
            column of the JSON, and written, published and deployed like one. The document is whole: items that belong to services are not added to it.

            ```xml
            <EasServiceFile Include="services/*.json" OnExisting="Fail" />
            ```
            """,
    };

    [TestMethod]
    public void The_page_of_the_items_says_what_the_catalog_says()
    {
        StringBuilder page = new($"# Items\n\n{Note}\nNames are not case-sensitive. A name that is not listed is an error ([EAS8002](../diagnostics/EAS8002.md)).\n");
        string[] types = [.. PropertyCatalog.Items.Select(declaration => declaration.Owner).Distinct()];
        Assert.IsNotEmpty(types);
        foreach (string type in types)
        {
            page.Append($"\n## {type}\n\n{s_intros[type]}\n\n{Table("metadata", PropertyCatalog.MetadataOf(type))}");
        }

        Golden.Check(page.ToString(), "../../docs/reference/items.md");
    }

    [TestMethod]
    public void The_page_of_the_properties_says_what_the_catalog_says()
    {
        Assert.IsFalse(PropertyCatalog.Properties.IsEmpty);
        Golden.Check(
            $"""
            # Properties

            {Note}
            Set them in the project, in `Directory.Build.props`, or on the command line: `-p:EasRegion=cn-hangzhou`. A misspelt one is an error
            ([EAS8003](../diagnostics/EAS8003.md)). Credentials are never properties: they come from the environment or the aliyun config file.

            {Table("property", PropertyCatalog.Properties)}
            """,
            "../../docs/reference/properties.md");
    }

    private static string Table(string head, IEnumerable<PropertyDeclaration> declarations)
    {
        StringBuilder table = new($"| {head} | value | default | meaning |\n|---|---|---|---|\n");
        foreach (PropertyDeclaration declaration in declarations)
        {
            string text = declaration.Default.Length == 0 ? "–" : declaration.Default;
            table.Append($"| `{declaration.Name}` | {Cell(declaration.Unit)} | {Cell(text)} | {Cell(declaration.Help)} |\n");
        }

        return table.ToString();
    }

    // A bar would end the cell, an angle bracket would be taken for HTML.
    private static string Cell(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
