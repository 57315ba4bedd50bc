using System.CommandLine;

namespace EasDeploy.Tool.Commands;

/// <summary><c>--timeout</c>: how long a verb waits.</summary>
internal sealed class TimeoutOption : Option<int>
{
    public TimeoutOption(int seconds)
        : base("--timeout")
    {
        Description = "Limit of the wait in seconds.";
        HelpName = "seconds";
        DefaultValueFactory = _ => seconds;
        Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int given) || given < 1))
            {
                result.AddError("--timeout is a whole number of seconds, 1 or more.");
            }
        });
    }

    public TimeSpan Read(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(this));
}
