using Spectre.Console;

namespace EasDeploy.Tool.Output;

/// <summary>Opens Spectre.Console on a writer; nothing about the process is guessed.</summary>
internal static class Drawing
{
    public static IAnsiConsole To(TextWriter writer, int width, bool hasColours)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }
}
