using System.Runtime.CompilerServices;
using System.Text;

namespace EasDeploy.Testing;

/// <summary>Compares a whole text with a file beside the test source. <c>EAS_ACCEPT=1 dotnet test</c> rewrites the files.</summary>
public static class Golden
{
    public const string AcceptVariable = "EAS_ACCEPT";
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="relativeFile">Relative to the folder of the calling source file, <c>/</c> as separator.</param>
    /// <exception cref="GoldenMismatchException">The texts differ, or the file does not exist.</exception>
    public static void Check(string actualText, string relativeFile, [CallerFilePath] string sourceFile = "") =>
        Check(s_utf8.GetBytes(actualText), relativeFile, sourceFile);

    /// <summary>Byte for byte: a byte order mark or a carriage return is a difference.</summary>
    public static void Check(ReadOnlySpan<byte> actual, string relativeFile, [CallerFilePath] string sourceFile = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(OnThisMachine(sourceFile))!, relativeFile);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, actual);
            return;
        }

        if (!File.Exists(file))
        {
            throw new GoldenMismatchException($"{relativeFile} does not exist. Write it with {AcceptVariable}=1 and review it. Actual text:\n{Lossy(actual)}");
        }

        byte[] expected = File.ReadAllBytes(file);
        if (!actual.SequenceEqual(expected))
        {
            throw new GoldenMismatchException(Difference(Lossy(expected), Lossy(actual), relativeFile));
        }
    }

    /// <summary>The first line that differs, with the two lines before it, then the whole actual text.</summary>
    internal static string Difference(string expected, string actual, string relativeFile)
    {
        string[] wanted = expected.Split('\n');
        string[] got = actual.Split('\n');
        int line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
        {
            line++;
        }

        StringBuilder text = new();
        text.Append($"{relativeFile}({line + 1}) differs. If the new text is right, rewrite it with {AcceptVariable}=1 and review the diff.\n");
        for (int before = Math.Max(0, line - 2); before < line; before++)
        {
            text.Append("    ").Append(Visible(wanted[before])).Append('\n');
        }

        text.Append("  - ").Append(line < wanted.Length ? Visible(wanted[line]) : "(end of file)").Append('\n');
        text.Append("  + ").Append(line < got.Length ? Visible(got[line]) : "(end of text)").Append('\n');
        return text.Append("Whole actual text:\n").Append(actual).ToString();
    }

    private static string Lossy(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private static string Visible(string line) => line
        .Replace("\r", "<CR>", StringComparison.Ordinal)
        .Replace("\t", "<TAB>", StringComparison.Ordinal)
        .Replace("\uFEFF", "<BOM>", StringComparison.Ordinal);

    // With CI=true the compiler writes '/_/tests/…' instead of the real path (deterministic source paths).
    private static string OnThisMachine(string sourceFile) => sourceFile.StartsWith("/_/", StringComparison.Ordinal)
        ? Path.Combine(Repository.Root, sourceFile[3..])
        : sourceFile;
}

/// <summary>A text is not what its golden file says.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
