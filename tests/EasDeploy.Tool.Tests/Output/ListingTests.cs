using EasDeploy.Aliyun.Oss;
using EasDeploy.Catalogs;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests.Output;

/// <summary>The tables look as the workflow prints them.</summary>
[TestClass]
public sealed class ListingTests
{
    [TestMethod]
    public void A_table_has_the_workflows_form()
    {
        Workspace[] rows = [new("312319", "aiworkspace_test", "ENABLED", true), new("545434", "ccjtest", "ENABLED", false)];

        Assert.AreEqual(
            """
            | # | Workspace ID | Name             |
            |---|--------------|------------------|
            | 1 | 312319       | aiworkspace_test |
            | 2 | 545434       | ccjtest          |

            """.ReplaceLineEndings("\n"),
            Listings.Workspaces.Table(rows, 1, ToolConsole.Unlimited));
    }

    [TestMethod]
    public void Numbers_go_on_from_page_to_page()
    {
        string table = Listings.Buckets.Table([new Bucket("my-bucket", "cn-shanghai")], 11, 80);

        StringAssert.Contains(table, "| 11 | my-bucket   | cn-shanghai |");
    }

    [TestMethod]
    public void Cells_of_an_instance_type_read_as_the_workflow_writes_them()
    {
        InstanceType[] rows =
        [
            new("ecs.gn6i-c4g1.xlarge", 4, 16, "T4", 1, 16, true, "WithStock"),
            new("ecs.c7.large", 2, 3.75, "", 0, 0, true, ""),
        ];
        string table = Listings.Instances.Table(rows, 1, ToolConsole.Unlimited);

        StringAssert.Contains(table, "| 1 | ecs.gn6i-c4g1.xlarge | 1×T4 | 4 cores | 16GB   |");
        StringAssert.Contains(table, "| 2 | ecs.c7.large         | -    | 2 cores | 3.75GB |");
    }

    [TestMethod]
    [DataRow("vllm:0.13.0rc2", "0.13.0rc2")]
    [DataRow("vllm:0.14.0-xpu", "0.14.0")]
    [DataRow("modelscope:latest", "latest")]
    [DataRow("bare", "")]
    public void The_version_of_an_image_is_spelt_as_in_its_tag(string name, string version)
    {
        CatalogImage image = new("image-1", name, null, [new ImageLabel("system.chipType", "GPU")]);

        Assert.AreEqual(version, Listings.Images.Columns[1].Text(image));
    }

    [TestMethod]
    public void Used_and_free_cards_may_be_fractions()
    {
        ResourceGroup group = new("eas-r-1", "production", "Dedicated", "ResourceReady", 128, 20, 0, 0, 16, 2.5m);

        StringAssert.Contains(Listings.Resources.Table([group], 1, 200), "| 16/2.5/13.5           | 128/20/108            |");
    }

    [TestMethod]
    public void Eighty_columns_fold_a_long_cell_and_never_pass_the_edge()
    {
        string name = string.Join('_', Enumerable.Repeat("工作空间", 20));
        string[] lines = Listings.Workspaces.Table([new Workspace("312319", name, "ENABLED", true)], 1, 80).TrimEnd('\n').Split('\n');

        Assert.IsGreaterThan(3, lines.Length);
        Assert.IsTrue(lines.All(line => line.StartsWith('|') && line.EndsWith('|')));
        Assert.IsTrue(lines.All(line => line.Sum(letter => letter > 0x2E80 ? 2 : 1) <= 80), string.Join('\n', lines));
    }

    [TestMethod]
    public void A_keyword_is_looked_for_in_every_cell_whatever_the_case()
    {
        Workspace[] rows = [new("312319", "aiworkspace_test", "ENABLED", true), new("545434", "CCJtest", "ENABLED", false)];

        Assert.AreEqual("545434", Listings.Workspaces.Filter(rows, " ccj ").Single().Id);
        Assert.AreEqual("312319", Listings.Workspaces.Filter(rows, "1231").Single().Id);
        Assert.HasCount(2, Listings.Workspaces.Filter(rows, null));
    }
}
