using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>docs/reference/conformance.md: what the official clients have checked, by client and by operation.</summary>
internal static class ConformancePage
{
    private const string Head = """
        # Conformance

        Official, unmodified clients drive the emulator and compare what they parse with its seed data (`tests/conformance`). Written by the test
        `RefereeTests` (`EAS_ACCEPT=1`), which fails when a check does not hold, when an operation of the table was not called, or when this page differs.

        ## Clients

        | client | version | checks | assertions |
        |---|---|---|---|

        """;

    public static string Of(RefereeRun run, OperationTable table, IReadOnlyList<JournalEntry> requests)
    {
        JsonNode versions = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "conformance", "package.json")))!["dependencies"]!;
        var text = new StringBuilder(Head);
        foreach (IGrouping<string, Verdict> client in run.Verdicts.GroupBy(v => v.Client))
        {
            text.Append($"| `{client.Key}` | {versions[client.Key]} | {client.Count(v => v.Ok)} of {client.Count()} | {client.Sum(v => v.Assertions)} |\n");
        }

        text.Append("\n## Operations\n\nThe statuses each operation has answered to these clients.\n\n");
        text.Append("| product | operation | declared | answered |\n|---|---|---|---|\n");
        foreach (OperationDeclaration operation in table.Declarations)
        {
            IEnumerable<int> answers = requests.Where(r => r.Action == operation.Action).Select(r => r.Status).Distinct().Order();
            string declared = table.Bound(operation).Fidelity.ToString().ToLowerInvariant();
            text.Append($"| {operation.Product} | {operation.Action} | {declared} | {string.Join(", ", answers)} |\n");
        }

        return text.ToString();
    }
}
