using System.Text;
using EasDeploy.Emulator.Operations;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

[TestClass]
public sealed class OperationPageTests
{
    private const string Marker = "<!-- From here on written by the test OperationPageTests (EAS_ACCEPT=1). -->\n";

    /// <summary>Where routes, parameters and answers of a product were read.</summary>
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["eas"] = "Source: the vendor's generated models of 2026-08 (routes, fields, types), API documentation (defaults, statuses), openapi.md §5.",
        ["aiworkspace"] = "Source: the vendor's generated models of 2026-08, API documentation, openapi.md §6; rows from catalog.md.",
        ["ecs"] = "Source: the vendor's generated models and API documentation (error codes), openapi.md §4.3, §7.",
        ["vpc"] = "Source: the vendor's generated models and API documentation (error codes), openapi.md §4.3, §7.",
        ["nlb"] = "Source: the vendor's generated models and API documentation (error codes), openapi.md §4.3, §7.",
        ["sts"] = "Source: the vendor's generated models and API documentation (error codes), openapi.md §4.3, §9.3.",
        ["oss"] = "Source: the vendor's documentation and SDKs, openapi.md §8.",
    };

    [TestMethod]
    public void The_reference_page_lists_every_operation_as_the_route_table_has_it()
    {
        OperationTable table = OperationTable.Create();
        Assert.HasCount(73, table.Declarations);
        string page = Path.Combine(Repository.Root, "docs", "reference", "emulator.md");
        string head = File.ReadAllText(page).Split(Marker)[0];

        Golden.Check(head + Marker + Tables(table), "../../../docs/reference/emulator.md");
    }

    private static string Tables(OperationTable table)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, OperationDeclaration> product in table.Declarations.GroupBy(d => d.Product))
        {
            text.Append($"\n### {product.Key} {product.First().Version} ({product.First().Style})\n\n{Sources[product.Key]}\n\n| operation | request | answer | remark |\n|---|---|---|---|\n");
            foreach (OperationDeclaration operation in product)
            {
                OperationBinding binding = table.Bound(operation);
                string request = operation.Style == "ROA" ? $"`{operation.Method} {operation.Path}`" : $"`{operation.Method} {operation.Path}`, {operation.Style}";
                text.Append($"| {operation.Action} | {request} | {binding.Fidelity.ToString().ToLowerInvariant()} | {binding.Remark} |\n");
            }
        }

        return text.ToString();
    }
}
