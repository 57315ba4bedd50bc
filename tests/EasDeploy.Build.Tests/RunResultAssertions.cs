using System.Text.RegularExpressions;

namespace EasDeploy.Build.Tests;

/// <summary>What a test says about a command's end; a failure shows the whole output.</summary>
internal static partial class RunResultAssertions
{
    public static RunResult Succeeds(this RunResult result)
    {
        Assert.AreEqual(0, result.ExitCode, result.Output);
        return result;
    }

    /// <summary>Exit code ≠ 0, an error with this code, no stack trace and no error of the engine's own.</summary>
    public static RunResult Fails(this RunResult result, string code)
    {
        Assert.AreNotEqual(0, result.ExitCode, result.Output);
        StringAssert.Contains(result.Output, "error " + code + ":", result.Output);
        Assert.DoesNotMatchRegex(StackTrace(), result.Output);
        result.DoesNotSay("MSB4018").DoesNotSay("MSB4181").DoesNotSay("EAS9001");
        return result;
    }

    public static RunResult Says(this RunResult result, string text)
    {
        StringAssert.Contains(result.Output, text, result.Output);
        return result;
    }

    public static RunResult DoesNotSay(this RunResult result, string text)
    {
        Assert.IsFalse(result.Output.Contains(text, StringComparison.Ordinal), $"'{text}' was not expected in:\n{result.Output}");
        return result;
    }

    public static string[] Lines(this RunResult result) => result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^\s+at \w+(\.\w+)+\(", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
