using System.CommandLine;

namespace EasDeploy.Tool.Commands;

/// <summary>A whole number, 1 or more; left out means all of them.</summary>
internal sealed class CountOption : Option<int?>
{
    public CountOption(string name, string description, string helpName)
        : base(name)
    {
        Description = description;
        HelpName = helpName;
        Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int given) || given < 1))
            {
                result.AddError($"{name} is a whole number, 1 or more.");
            }
        });
    }
}
