using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasDeploy.Execution;

/// <summary>A diagnosis as files, to read or to attach to a ticket: <c>$(EasOutputPath)&lt;name&gt;/diagnosis/</c>.</summary>
/// <remarks>Described in docs/reference/diagnosis.md. UTF-8 without byte order mark, LF.</remarks>
public static class DiagnosisFiles
{
    public const string Folder = "diagnosis";

    private static readonly DiagnosisJsonContext s_context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <returns>File names and their contents, always the same four.</returns>
    public static ImmutableArray<(string Name, byte[] Content)> Of(Diagnosis diagnosis) =>
    [
        ("summary.md", Utf8(Summary(diagnosis))),
        ("events.json", Utf8(JsonSerializer.Serialize(
            diagnosis.Events.Select(DeploymentRecord.Recorded).ToImmutableArray(), s_context.ImmutableArrayRecordedEvent) + "\n")),
        ("instances.json", Utf8(JsonSerializer.Serialize(diagnosis.Instances, s_context.ImmutableArrayDiagnosedInstance) + "\n")),
        ("log.txt", Utf8(Log(diagnosis))),
    ];

    private static string Summary(Diagnosis diagnosis)
    {
        StringBuilder text = new();
        text.Append("# ").Append(diagnosis.ServiceName).Append(": ").Append(diagnosis.Status).Append('\n');
        Section(text, "What the service says", string.IsNullOrWhiteSpace(diagnosis.Message) ? [] : [diagnosis.Message.ReplaceLineEndings(" ")]);
        Section(text, "Known causes", diagnosis.Reasons.Select(row => $"**{row.ErrorType}**: {row.Cause} → {row.Solution}"));
        Section(text, "What the cloud's diagnosis says", diagnosis.Reports.Select(DiagnosisText.Line));
        Section(text, "Newest events", diagnosis.Events.Take(10).Select(happened => $"{Time(happened)} {ResultText.Line(happened)}"));
        Section(text, "Instances", diagnosis.Instances.SelectMany(DiagnosisText.Lines));
        Section(text, "Log lines that speak of trouble", diagnosis.LogLines.TakeLast(20).Select(line => $"`{line.Replace('`', '\'')}`"));
        Section(text, "Not read", diagnosis.Unread);
        Section(text, "Next", diagnosis.NextCommands.Select(command => $"`{command}`"));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            text.Append("\n## ").Append(title).Append("\n\n");
            foreach (string line in all)
            {
                text.Append("- ").Append(line).Append('\n');
            }
        }
    }

    private static string Log(Diagnosis diagnosis) =>
        $"# lines that speak of trouble\n{Lines(diagnosis.LogLines)}\n# last lines\n{Lines(diagnosis.LogTail)}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.ReplaceLineEndings(" ") + "\n"));

    private static string Time(ServiceEvent happened) =>
        happened.Time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "(no time)";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

[JsonSerializable(typeof(ImmutableArray<RecordedEvent>))]
[JsonSerializable(typeof(ImmutableArray<DiagnosedInstance>))]
internal sealed partial class DiagnosisJsonContext : JsonSerializerContext;
