using System.CommandLine;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>--yes</c> of verbs that destroy or interrupt something, and the question without it.</summary>
internal sealed class Confirmation : Option<bool>
{
    public Confirmation()
        : base("--yes", "-y") => Description = "Do it without asking. Needed where there is no terminal.";

    /// <summary>To be called before anything is sent: whether somebody could answer is known without a call.</summary>
    /// <param name="verb">As typed, for the message: <c>delete a</c>.</param>
    /// <exception cref="StoppedException">EAS8050: nobody can be asked.</exception>
    public void EnsureAnswer(ParseResult parsed, ToolConsole console, string verb)
    {
        if (!parsed.GetValue(this) && !console.CanAsk)
        {
            throw StoppedException.AnswerNeeded($"'{verb}'", "Add --yes");
        }
    }

    /// <param name="question">Without the question mark: <c>Delete service 'a' in cn-hangzhou</c>.</param>
    /// <returns>False = the person said no.</returns>
    public bool IsGiven(ParseResult parsed, ToolConsole console, string question)
    {
        if (parsed.GetValue(this))
        {
            return true;
        }

        console.Error.Write($"{question}? [y/N] ");
        if (console.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES")
        {
            return true;
        }

        console.Error.WriteLine("Nothing was done.");
        return false;
    }
}
