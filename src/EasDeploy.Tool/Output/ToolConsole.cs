using System.Text;
using Spectre.Console;

namespace EasDeploy.Tool.Output;

/// <summary>The three streams of a run, and what stands behind them. A test gives strings instead.</summary>
internal sealed class ToolConsole
{
    /// <summary>Wider than any line: output that goes to a file is not folded.</summary>
    public const int Unlimited = 100_000;

    /// <summary>Source: design section 8; a terminal that tells no width has this one.</summary>
    private const int UsualWidth = 80;

    public required TextReader In { get; init; }

    /// <summary>The input as bytes, for whoever reads all of it.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Results: tables, JSON, a token.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Words for people while <see cref="Out"/> carries JSON; errors always.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when a person can be asked: input comes from a terminal.</summary>
    public bool CanAsk { get; init; }

    /// <summary>True when <see cref="Out"/> is a terminal: lines may be redrawn.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True once nobody reads <see cref="Out"/> any more; what has no end of its own ends then.</summary>
    public Func<bool> IsUnread { get; init; } = () => false;

    /// <summary>Columns of the terminal; <see cref="Unlimited"/> when there is none.</summary>
    public int Width { get; init; } = Unlimited;

    /// <summary>Full path of the current folder: results that name no other place go below it.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>False with NO_COLOR, on a dumb terminal and in a file.</summary>
    public bool HasColours { get; init; }

    /// <summary>The console of this process: UTF-8 whatever the code page of a Windows console is.</summary>
    public static ToolConsole OfThisProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            Console.InputEncoding = Console.OutputEncoding;
        }

        bool isTerminal = !Console.IsOutputRedirected;
        return new ToolConsole
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            CanAsk = !Console.IsInputRedirected,
            IsTerminal = isTerminal,
            IsUnread = OutputReader.IsGone,
            Width = isTerminal ? TerminalWidth() : Unlimited,
            HasColours = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }

    /// <summary>Where words for people go: not into JSON.</summary>
    public TextWriter Words(OutputForm form) => form == OutputForm.Json ? Error : Out;

    /// <summary>A sentence as it is shown: wrapped at words on a terminal, whole in a file.</summary>
    public string Wrapped(string text) => WordWrap.Of(text, Width);

    /// <summary>Spectre.Console over <see cref="Out"/>, for what it draws better than lines of text.</summary>
    public IAnsiConsole Ansi() => Drawing.To(Out, Width, HasColours);

    // A terminal of width 0 is a pseudo terminal nobody has sized.
    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
