using System.CommandLine;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas schema</c>: the schemas that editors and foreign validators read.</summary>
internal static class SchemaCommand
{
    private const string Config = "config";
    private const string Items = "items";

    public static void Fill(EasVerb command, ToolConsole console)
    {
        Argument<string> kind = new("kind")
        {
            Description = "config: JSON schema of eas_service.json; items: XML schema of the project's items.",
            DefaultValueFactory = _ => Config,
        };
        kind.AcceptOnlyFromAmong(Config, Items);
        command.Examples = ["dotnet eas schema > eas_service.schema.json", "dotnet eas schema items > EasDeploy.Build.xsd"];
        command.Add(kind);
        command.Runs(console, (parsed, _) =>
        {
            console.Out.Write(parsed.GetValue(kind) == Items ? ItemSchema.Text() : ConfigSchema.Text());
            return Task.FromResult(ExitCode.Done);
        });
    }
}
