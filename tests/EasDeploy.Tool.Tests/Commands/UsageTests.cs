namespace EasDeploy.Tool.Tests.Commands;

/// <summary>A command line that cannot be understood: one line that says why, nothing where a result is read.</summary>
[TestClass]
public sealed class UsageTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("status -o json", "Required argument 'name' missing for command: 'status'. Type 'dotnet eas status --help' to see what can be written.")]
    [DataRow("status x -o yaml", "'yaml' is no value of --output: it takes table, json. Type 'dotnet eas status --help' to see what can be written.")]
    [DataRow("deploy a.json --on-existing keep", "'keep' is no value of --on-existing: it takes recreate, update, fail. Type 'dotnet eas deploy --help' to see what can be written.")]
    [DataRow("deploy a.json --timeout soon", "--timeout is a whole number, 1 or more. Type 'dotnet eas deploy --help' to see what can be written.")]
    [DataRow("logs x --tail 0", "--tail is a whole number, 1 or more. Type 'dotnet eas logs --help' to see what can be written.")]
    [DataRow("events x --last many", "--last is a whole number, 1 or more. Type 'dotnet eas events --help' to see what can be written.")]
    [DataRow("list", "a verb is missing: one of services, images, instances, resources, gateways, workspaces, buckets. Type 'dotnet eas list --help' to see what can be written.")]
    [DataRow("list images x --regin y", "Unrecognized command or argument '--regin'. Type 'dotnet eas list images --help' to see what can be written.")]
    [DataRow("schema foo", "Argument 'foo' not recognized. Must be one of: 'config' 'items'. Type 'dotnet eas schema --help' to see what can be written.")]
    [DataRow("emulator --port 99999", "'99999' is no value of --port: it takes a number from 0 to 65535. Type 'dotnet eas emulator --help' to see what can be written.")]
    [DataRow("delete  --yes", "the name of the service is empty. Type 'dotnet eas delete --help' to see what can be written.")]
    public async Task It_is_told_in_one_line_and_standard_output_stays_empty(string line, string told)
    {
        ToolRun run = await ToolRun.RunAsync(TestContext.CancellationToken, line.Split(' '));

        Assert.AreEqual((2, ""), (run.ExitCode, run.Out));
        StringAssert.StartsWith(run.Error, $"error EAS8059: {told}\n");
        Assert.IsTrue(run.Error.TrimEnd().Split('\n').All(error => error.StartsWith("error EAS8059: ", StringComparison.Ordinal)), run.Error);
    }

    [TestMethod]
    public async Task Without_any_word_the_help_is_shown()
    {
        ToolRun run = await ToolRun.RunAsync(TestContext.CancellationToken);

        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Out, "  new       Asks for a service step by step");
    }
}
