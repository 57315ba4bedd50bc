using System.Text;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules;

/// <summary>A ConfigPatch is laid over the config at the very end, and what it makes of it is checked again.</summary>
[TestClass]
public sealed class PatchedDocumentTests
{
    private const string File = "/repo/eas.patch.json";

    [TestMethod]
    public void A_patch_reaches_every_section_and_comes_last()
    {
        CheckedService judged = Patched(
            """
            {
              "metadata": { "shm_size": 8, "rpc": { "keepalive": 600000 } },
              "features": { "eas.aliyun.com/extra-ephemeral-storage": "100Gi" },
              "labels": { "team": "ml" }, "containers": null, "storage": null
            }
            """).Check();
        Assert.IsNull(judged.Valid, "without containers nothing runs");

        ServiceConfig config = ServiceConfig.From(Patched("""{"metadata":{"shm_size":8},"features":{"x":"y"},"labels":{"team":"ml"},"storage":null}""").Check().Valid!);
        StringAssert.Contains(config.Text, "\"shm_size\": 8");
        Assert.DoesNotContain("\"storage\"", config.Text);
        Assert.IsLessThan(config.Text.IndexOf("\"labels\"", StringComparison.Ordinal), config.Text.IndexOf("\"features\"", StringComparison.Ordinal));
        Assert.IsLessThan(config.Text.IndexOf("\"features\"", StringComparison.Ordinal), config.Text.IndexOf("\"cloud\"", StringComparison.Ordinal));
        StringAssert.EndsWith(config.Text, "}\n");
    }

    [TestMethod]
    [DataRow("{\n  \"metadata\": {\n    \"instance\": 0\n  }\n}", "EAS3001", 3)]
    [DataRow("{\n  \"networking\": { \"gateway\": \"gw-nobody\" }\n}", "EAS4101", 2)]
    [DataRow("{\n  \"runtime\": {\n    \"termination_grace_period\": 5 }\n}", "EAS5007", 3)]
    public void What_a_patch_breaks_is_found_at_its_line_of_the_patch(string patch, string code, int line)
    {
        Diagnostic finding = Patched(patch).Finding(code);
        Assert.AreEqual(File, finding.Location.File);
        Assert.AreEqual(line, finding.Location.Line);
    }

    [TestMethod]
    public void What_the_item_itself_got_wrong_is_said_once_and_at_the_item()
    {
        TestService service = Patched("""{"labels":{"team":"ml"}}""").With("Replicas", "2");
        Diagnostic finding = service.Finding("EAS4210");
        Assert.AreEqual(service.LineOf("Replicas"), finding.Location.Line);
    }

    [TestMethod]
    public void A_harmless_patch_says_nothing()
    {
        CheckedService judged = Patched("""{"metadata":{"shm_size":8},"labels":{"team":"ml"}}""").Check();
        Assert.IsNotNull(judged.Valid);
        Assert.IsEmpty(judged.Diagnostics);
    }

    [TestMethod]
    [DataRow("EAS4209", """{"networking":{"gateway":"gw-48hmbdt00fi6x90gft"}}""")]
    [DataRow("EAS3202", """{"cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"}}}""")]
    public void What_a_patch_mends_is_not_held_against_the_item(string code, string patch)
    {
        TestService service = code == "EAS3202" ? Patched(patch).Without("InstanceType") : Patched(patch).InNetwork();

        Assert.IsEmpty(service.Findings(code));
        Assert.IsNotEmpty(new TestService(service.Item with { ConfigPatch = null }).Findings(code));
        Assert.IsNotNull(service.Check().Valid);
    }

    [TestMethod]
    public void What_is_missing_is_told_where_the_patch_takes_it_away() =>
        Assert.AreEqual(2, Patched("{\n  \"cloud\": null\n}").Finding("EAS3202").Location.Line);

    [TestMethod]
    public void A_section_without_members_is_not_written()
    {
        CheckedService judged = Patched("""{"runtime":{"termination_grace_period":null}}""").Check();

        Assert.DoesNotContain("runtime", ServiceConfig.From(judged.Valid!).Text);
    }

    private static TestService Patched(string json)
    {
        (ConfigText? patch, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(json), File);
        Assert.IsNull(failure?.Message);
        return new TestService(TestService.Valid.Item with { ConfigPatch = patch });
    }
}
