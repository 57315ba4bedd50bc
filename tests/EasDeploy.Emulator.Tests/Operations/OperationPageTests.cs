using System.Text;
using EasDeploy.Emulator.Operations;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

[TestClass]
public sealed class OperationPageTests
{
    private const string Marker = "<!-- From here on written by the test OperationPageTests (EAS_ACCEPT=1). -->\n";

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
            text.Append($"\n### {product.Key} {product.First().Version} ({product.First().Style})\n\n| operation | request | answer | remark |\n|---|---|---|---|\n");
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
