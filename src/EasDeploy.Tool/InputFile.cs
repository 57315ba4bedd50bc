using System.Text;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool;

/// <summary>Reads a file that the command line names.</summary>
internal static class InputFile
{
    /// <exception cref="StoppedException">EAS8016: it cannot be read.</exception>
    public static string ReadText(string path) => Encoding.UTF8.GetString(ReadBytes(path));

    /// <exception cref="StoppedException">EAS8016: it cannot be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception wrong) when (IsUnreadable(wrong))
        {
            throw new StoppedException(ExitCode.WrongUsage, CannotRead(path, wrong));
        }
    }

    public static bool IsUnreadable(Exception wrong) => wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    public static Diagnostic CannotRead(string path, Exception wrong) => CannotRead(path, wrong.Message.TrimEnd('.').Shown(200));

    /// <param name="reason">Without a full stop.</param>
    public static Diagnostic CannotRead(string path, string reason) => BuildDiagnostics.CannotRead.At(SourceLocation.None, path.Shown(), reason);
}
