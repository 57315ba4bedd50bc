using System.Text.Json;
using System.Text.Json.Serialization;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Wizard;

/// <summary>What <c>--resume</c> goes on with.</summary>
/// <param name="NextStep">Key of the first step without an answer.</param>
internal sealed record SavedAnswers(string NextStep, ServiceDraft Draft);

/// <summary>Keeps the answers of the last wizard in the user's state folder, after every step.</summary>
/// <param name="file">Full path.</param>
internal sealed class AnswersKeeper(string file)
{
    public void Keep(SavedAnswers answers)
    {
        OutputFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(answers, SavedAnswersJsonContext.Default.SavedAnswers));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <exception cref="StoppedException">There are none, or they cannot be read.</exception>
    public SavedAnswers Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), SavedAnswersJsonContext.Default.SavedAnswers) ?? throw new JsonException("the file is empty");
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoppedException(
                ExitCode.WrongUsage, BuildDiagnostics.CannotRead.At(SourceLocation.None, file.Shown(), "no answers are kept there; start without --resume"));
        }
    }

    public void Forget() => File.Delete(file);
}

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedAnswers))]
internal sealed partial class SavedAnswersJsonContext : JsonSerializerContext;
