using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Planted;
using EasDeploy.Rules;
using EasDeploy.Testing;

namespace EasDeploy.Items.Json;

/// <summary>The schema says what the rules say: judged by Ajv, which knows draft 2020-12 and nothing of us.</summary>
[TestClass]
public sealed class ConfigSchemaTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void The_published_schema_is_the_one_of_the_field_table() =>
        Golden.Check(ConfigSchema.Text(), "../../../../nuget/schemas/eas_service.schema.json");

    [TestMethod]
    public async Task A_foreign_validator_refuses_what_the_rules_refuse_and_nothing_else()
    {
        if (await NodeScripts.MissingAsync("node", "npm") is { } reason)
        {
            Assert.Inconclusive(reason);
        }

        string[] valid = [.. ValidServiceText.Documents, .. ValidServiceText.All.Where(one => !one.Text.StartsWith('{')).Select(Written)];
        SchemaCase[] broken = [.. SchemaCases.All(), .. Misplaced()];
        Assert.IsGreaterThan(60, valid.Length);
        Assert.IsGreaterThan(200, broken.Length);

        List<(bool Ok, string? Problem)> verdicts = await JudgeAsync([.. valid, .. broken.Select(one => one.Document.ToJsonString())]);

        IEnumerable<string> wronglyRefused = valid.Zip(verdicts).Where(pair => !pair.Second.Ok).Select(pair => $"{pair.Second.Problem}\n{pair.First}");
        Assert.AreEqual("", string.Join('\n', wronglyRefused), "valid, and refused by the schema");
        IEnumerable<string> letThrough = broken.Zip(verdicts.Skip(valid.Length)).Where(pair => pair.Second.Ok).Select(pair => pair.First.Pointer);
        Assert.AreEqual("", string.Join('\n', letThrough), "broken, and let through by the schema");
        Assert.AreEqual("", string.Join('\n', broken.Where(one => !RulesObject(one)).Select(one => one.Pointer)), "broken, and let through by the rules");
        TestContext.WriteLine($"{valid.Length} valid documents let through, {broken.Length} broken ones refused by the schema and by the rules");
    }

    [TestMethod]
    public void Every_help_text_belongs_to_a_field()
    {
        Assert.IsNotEmpty(ConfigConstraints.Metadata);
        foreach (string path in ConfigConstraints.Metadata.Select(one => one.Path).Concat(ConfigConstraints.All.Select(one => one.Path)))
        {
            Assert.IsNotNull(ConfigFields.Find(path), path);
        }
    }

    private async Task<List<(bool Ok, string? Problem)>> JudgeAsync(string[] documents)
    {
        using TempFolder folder = new();
        string schema = Path.Combine(folder.Path, "schema.json");
        string list = Path.Combine(folder.Path, "documents.json");
        await File.WriteAllTextAsync(schema, ConfigSchema.Text());
        await File.WriteAllTextAsync(list, JsonSerializer.Serialize(documents));
        var run = await NodeScripts.RunAsync("schema.mjs", [schema, list], ct: TestContext.CancellationToken);
        Assert.AreEqual(0, run.ExitCode, run.StandardError);
        List<(bool, string?)> verdicts = [.. run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Select(line => (line["ok"]!.GetValue<bool>(), (string?)line["problem"]))];
        Assert.HasCount(documents.Length, verdicts);
        return verdicts;
    }

    private static string Written(ValidServiceText service) =>
        ServiceConfig.From(RuleSet.Check(PlantedDocument.Resolve(PlantedDocument.Read(service.Text)[0], TestCatalog.Queried)).Valid!).Text;

    private static IEnumerable<SchemaCase> Misplaced()
    {
        foreach ((string name, string _) in MisplacedFields.In(""))
        {
            yield return new SchemaCase("/" + name, new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["image"] = "a/b:1" }), [name] = "x" });
        }
    }

    /// <summary>An error at the value, or at the section that lacks it.</summary>
    private static bool RulesObject(SchemaCase one)
    {
        string text = one.Document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        (ConfigText? config, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(text), "eas_service.json");
        Assert.IsNull(failure);
        return RuleSet.Check(PlantedDocument.Resolve(ConfigReader.Read(config!), TestCatalog.Queried)).Diagnostics
            .Any(finding => finding.Severity == Severity.Error && (config!.PointerAt(finding.Location) ?? "").StartsWith(one.Pointer, StringComparison.Ordinal));
    }
}
