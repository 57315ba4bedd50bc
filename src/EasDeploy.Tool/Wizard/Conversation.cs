using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Wizard;

/// <summary>How a line is meant; colours may show it, the text never depends on it.</summary>
internal enum Tone
{
    Plain,
    Heading,
    Good,
    Warning,
    Error,
}

/// <summary>What was entered.</summary>
/// <param name="IsWritten">From an answers file: always a value or the name of a choice, never the number of a prompt's own menu.</param>
internal sealed record Reply(string Text, bool IsWritten);

/// <summary>Asks questions line by line: of the answers file first, then of the terminal or the pipe.</summary>
internal sealed class Conversation(ToolConsole console, AnswersFile answers)
{
    private const string Mark = "> ";

    private readonly HashSet<string> _refused = [];

    public int Width => console.Width;

    /// <summary>Answers so far, from wherever.</summary>
    public int Answered { get; private set; }

    /// <summary>One or more lines.</summary>
    public void Say(string text, Tone tone = Tone.Plain)
    {
        string colour = tone switch
        {
            Tone.Heading => "\u001b[1m",
            Tone.Good => "\u001b[32m",
            Tone.Warning => "\u001b[33m",
            Tone.Error => "\u001b[31m",
            _ => "",
        };
        string shown = console.Wrapped(text);
        console.Out.WriteLine(console.HasColours && colour.Length > 0 ? $"{colour}{shown}\u001b[0m" : shown);
    }

    public void Say(Diagnostic finding) => console.Out.WriteLine(console.Wrapped(FindingLine.Of(finding, null, console.HasColours)));

    /// <summary>Says why an answer is not taken; the question's default then no longer answers it by itself.</summary>
    public void Refuse(Question question, Diagnostic why)
    {
        Doubt(question);
        Say(why);
    }

    /// <summary>From now on the question's default answers it no more by itself.</summary>
    public void Doubt(Question question) => _refused.Add(question.Key);

    public void Refuse(Question question, string entered, string allowed) =>
        Refuse(question, ToolDiagnostics.AnswerNotOffered.At(SourceLocation.None, entered.Shown(), question.Key, allowed));

    /// <summary>A list without rows: a person goes back, a program is stopped.</summary>
    public ScreenLeftException NothingToChoose(Question question)
    {
        Say($"There is nothing to choose from for '{question.Key}'.", Tone.Error);
        return console.CanAsk ? new ScreenLeftException(LeaveReason.Back) : new ScreenLeftException(LeaveReason.NoAnswer, question);
    }

    /// <summary>The next answer, trimmed; an empty line is the default.</summary>
    /// <exception cref="ScreenLeftException"><c>b</c>, <c>q</c>, or the end of the input.</exception>
    public async Task<Reply> ReadAsync(Question question, CancellationToken ct)
    {
        if (answers.Take(question) is { } written)
        {
            Answered++;
            Say(">> " + written);
            return new Reply(written, IsWritten: true);
        }

        string? line = (await LineAsync(ct))?.Trim();
        Answered++;
        return line switch
        {
            null when answers.IsGiven && question.Default.Length > 0 && !_refused.Contains(question.Key) => ByDefault(question),
            null => throw new ScreenLeftException(LeaveReason.NoAnswer, question),
            "b" or "B" => throw new ScreenLeftException(LeaveReason.Back),
            "q" or "Q" => throw new ScreenLeftException(LeaveReason.Quit),
            "" when question.Default.Length > 0 => new Reply(question.Default, IsWritten: true),
            _ => new Reply(line, IsWritten: false),
        };
    }

    private Reply ByDefault(Question question)
    {
        Say(">> " + question.Default);
        return new Reply(question.Default, IsWritten: true);
    }

    // A terminal shows what is typed; what comes through a pipe is shown by us, so that both look the same.
    private async Task<string?> LineAsync(CancellationToken ct)
    {
        if (console.CanAsk)
        {
            await console.Out.WriteAsync(Mark);
            await console.Out.FlushAsync(ct);
        }

        // Reading a console cannot be cancelled; Ctrl+C leaves it behind.
        string? line = await Task.Run(console.In.ReadLine, CancellationToken.None).WaitAsync(ct);
        if (!console.CanAsk && line is not null)
        {
            Say(Mark + line);
        }

        return line;
    }

    /// <summary>One of a few choices, by number or by name.</summary>
    /// <param name="names">Names an answers file uses, in the order of the numbers.</param>
    /// <returns>Index from 0.</returns>
    public async Task<int> ChooseAsync(Question question, IReadOnlyList<string> names, CancellationToken ct)
    {
        while (true)
        {
            Reply reply = await ReadAsync(question, ct);
            if (IndexOf(names, reply.Text) is { } index)
            {
                return index;
            }

            Refuse(question, reply.Text, $"a number from 1 to {names.Count}, or {string.Join(", ", names)}");
        }
    }

    /// <summary>The workflow's prompt for a value that has a default: 1 takes it, 2 asks for another one.</summary>
    /// <param name="check">Why a value is not taken; null = it is.</param>
    public async Task<string> ValueAsync(Question question, string label, Func<string, Diagnostic?> check, CancellationToken ct)
    {
        while (true)
        {
            Say($"{label} [{question.Default}]:\n1. Use default\n2. Custom\n\nSelect (enter 1 or 2):");
            Reply reply = await ReadAsync(question, ct);
            if (reply is { IsWritten: false, Text: [>= '0' and <= '9' and not ('1' or '2')] })
            {
                // A slip of the finger, and not a port or a file of that name.
                Refuse(question, reply.Text, "1 or 2, or 2 and then the value");
                continue;
            }

            string value = reply switch
            {
                { IsWritten: false, Text: "1" } => question.Default,
                { IsWritten: false, Text: "2" } => await TextAsync(question with { Default = "" }, $"{label}:", ct),
                _ => reply.Text,
            };
            if (check(value) is not { } wrong)
            {
                return value;
            }

            Refuse(question, wrong);
        }
    }

    /// <summary>Any text that is not empty.</summary>
    public async Task<string> TextAsync(Question question, string label, CancellationToken ct)
    {
        while (true)
        {
            Say(label);
            if ((await ReadAsync(question, ct)).Text is { Length: > 0 } text)
            {
                return text;
            }

            Refuse(question, "", "a value");
        }
    }

    private static int? IndexOf(IReadOnlyList<string> names, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= names.Count)
        {
            return number - 1;
        }

        for (int i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], text, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }
}
