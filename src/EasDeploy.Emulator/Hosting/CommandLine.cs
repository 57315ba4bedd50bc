using System.Globalization;

namespace EasDeploy.Emulator.Hosting;

/// <summary>The emulator's command line. Seven options; a parser package would weigh more than this.</summary>
internal sealed record CommandLine
{
    public const string Usage =
        "emulator: usage: EasDeploy.Emulator [--port 5080] [--region cn-hangzhou] [--pace instant|describe:N|seconds:S] [--loose]"
        + " [--idle-minutes N] [--handle FILE] [--detached]";

    private const int DefaultPort = 5080;
    private const double DefaultSecondsPerStatus = 2;

    public EmulatorOptions Options { get; private init; } =
        new() { Port = DefaultPort, Pace = Pace.EverySeconds(DefaultSecondsPerStatus) };

    /// <summary>File to write address, pid, version and region into; null: none.</summary>
    public string? HandleFile { get; private init; }

    public bool Detached { get; private init; }

    /// <returns>Null and a sentence in <paramref name="problem"/> when the line is wrong.</returns>
    public static CommandLine? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        var line = new CommandLine();
        problem = "";
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            if (name is "--loose" or "--detached")
            {
                line = name == "--loose" ? line with { Options = line.Options with { Loose = true } } : line with { Detached = true };
                continue;
            }

            string? value = i + 1 < arguments.Count ? arguments[++i] : null;
            if (value is null || line.With(name, value) is not CommandLine next)
            {
                problem = value is null ? $"{name} needs a value" : $"'{name} {value}' is not understood";
                return null;
            }

            line = next;
        }

        return line;
    }

    private CommandLine? With(string name, string value)
    {
        const NumberStyles Digits = NumberStyles.None;
        CultureInfo plain = CultureInfo.InvariantCulture;
        return name switch
        {
            "--port" when int.TryParse(value, Digits, plain, out int port) && port <= 65535 => this with { Options = Options with { Port = port } },
            "--region" when value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') => this with { Options = Options with { Region = value } },
            "--pace" when Pace.TryParse(value, out Pace pace) => this with { Options = Options with { Pace = pace } },
            "--idle-minutes" when double.TryParse(value, NumberStyles.AllowDecimalPoint, plain, out double minutes) && minutes > 0 =>
                this with { Options = Options with { IdleLimit = TimeSpan.FromMinutes(minutes) } },
            "--handle" when value.Length > 0 => this with { HandleFile = Path.GetFullPath(value) },
            _ => null,
        };
    }
}
