using System.CommandLine;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>--output table|json</c> of every verb that has a result.</summary>
internal sealed class OutputOption : Option<OutputForm>
{
    public OutputOption()
        : base("--output", "-o")
    {
        Description = "Text for people, or one JSON object.";
        HelpName = "table|json";
        DefaultValueFactory = _ => OutputForm.Table;
    }
}
