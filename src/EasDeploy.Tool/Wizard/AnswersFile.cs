using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Tool.Wizard;

/// <summary>Answers given beforehand, by question key. Each is taken once: a screen that is run again asks.</summary>
internal sealed class AnswersFile
{
    private readonly Dictionary<string, string> _left;

    private AnswersFile(Dictionary<string, string> answers, bool isGiven) => (_left, IsGiven) = (answers, isGiven);

    /// <summary>No file: every question is asked, and none falls to its default by itself.</summary>
    public static AnswersFile None { get; } = new([], isGiven: false);

    public bool IsGiven { get; }

    /// <summary>One JSON object, or lines of <c>key: value</c>; lines that start with <c>#</c> are comments.</summary>
    /// <param name="path">Shown in messages.</param>
    public static (AnswersFile Answers, ImmutableArray<Diagnostic> Findings) Parse(string path, string text)
    {
        Dictionary<string, string> answers = new(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<Diagnostic>.Builder findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach ((string key, string value, int line) in text.TrimStart().StartsWith('{') ? FromJson(path, text, findings) : FromLines(path, text, findings))
        {
            if (Questions.All.Any(question => string.Equals(question.Key, key, StringComparison.OrdinalIgnoreCase)))
            {
                answers[key] = value;
            }
            else
            {
                string? nearest = NearestName.Of(key, Questions.All.Select(question => question.Key));
                findings.Add(ToolDiagnostics.UnknownQuestion.At(
                    new SourceLocation(path, line, line == 0 ? 0 : 1), key.Shown(), nearest is null ? "one of " + string.Join(", ", Questions.All.Select(question => question.Key)) : $"'{nearest}'"));
            }
        }

        return (new AnswersFile(answers, isGiven: true), findings.ToImmutable());
    }

    /// <summary>The same answers, and those that another option of the command line implies; what the file says wins.</summary>
    public AnswersFile With(params IEnumerable<(Question Question, string Answer)> more)
    {
        Dictionary<string, string> answers = new(_left, StringComparer.OrdinalIgnoreCase);
        foreach ((Question question, string answer) in more)
        {
            answers.TryAdd(question.Key, answer);
        }

        return new AnswersFile(answers, IsGiven);
    }

    /// <returns>Null = not given, or taken before.</returns>
    public string? Take(Question question) => _left.Remove(question.Key, out string? value) ? value : null;

    private static IEnumerable<(string Key, string Value, int Line)> FromLines(string path, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                yield return (line[..colon].Trim(), line[(colon + 1)..].Trim(), i + 1);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                findings.Add(BuildDiagnostics.CannotRead.At(new SourceLocation(path, i + 1, 1), path.Shown(), "the line has no 'key: value'"));
            }
        }
    }

    private static IEnumerable<(string Key, string Value, int Line)> FromJson(string path, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateObject().Select(property => (property.Name, TextOf(property.Value), 0))];
        }
        catch (JsonException wrong)
        {
            findings.Add(BuildDiagnostics.CannotRead.At(
                new SourceLocation(path, (int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1), path.Shown(), "it is no JSON object"));
            return [];
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.GetRawText(),
    };
}
