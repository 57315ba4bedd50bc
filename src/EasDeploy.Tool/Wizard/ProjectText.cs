using System.Xml;

namespace EasDeploy.Tool.Wizard;

/// <summary>An element in the text of a project.</summary>
/// <param name="Start">Offset of its <c>&lt;</c>.</param>
/// <param name="End">Offset behind its last <c>&gt;</c>.</param>
internal sealed record ElementSpan(string Name, int Start, int End, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Null = not there.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);
}

/// <summary>The text of a project that is changed by whole elements; blanks, comments and line ends of the rest stay.</summary>
internal sealed class ProjectText(string text)
{
    private const string Closing = "</Project";

    public string Text { get; private set; } = text;

    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>One level of the file's own indentation; two blanks where it has none.</summary>
    public string Indent { get; } = IndentOf(text);

    /// <summary>Every element, in document order; offsets hold until the next change.</summary>
    public IReadOnlyList<ElementSpan> Elements()
    {
        List<ElementSpan> found = [];
        Stack<(string Name, int Start, Dictionary<string, string> Attributes)> open = [];
        int[] lines = LineStarts(Text);
        using XmlReader reader = XmlReader.Create(new StringReader(Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        IXmlLineInfo place = (IXmlLineInfo)reader;
        while (reader.Read())
        {
            int at = reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement ? lines[place.LineNumber - 1] + place.LinePosition - 1 : 0;
            if (reader.NodeType == XmlNodeType.Element)
            {
                (string name, bool isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                Dictionary<string, string> attributes = new(StringComparer.OrdinalIgnoreCase);
                while (reader.MoveToNextAttribute())
                {
                    attributes[reader.LocalName] = reader.Value;
                }

                if (isEmpty)
                {
                    found.Add(new ElementSpan(name, at - 1, EndOfTag(at), attributes));
                }
                else
                {
                    open.Push((name, at - 1, attributes));
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                (string name, int start, Dictionary<string, string> attributes) = open.Pop();
                found.Add(new ElementSpan(name, start, EndOfTag(at), attributes));
            }
        }

        return [.. found.OrderBy(element => element.Start)];
    }

    /// <summary>The element with the blanks before it on its line.</summary>
    public string WithIndent(ElementSpan element) => Text[LineStart(element.Start)..element.End];

    public void Replace(ElementSpan element, string with) => Text = Text[..element.Start] + with + Text[element.End..];

    /// <summary>Takes the whole line along when nothing else is on it.</summary>
    public void Remove(ElementSpan element)
    {
        int start = LineStart(element.Start);
        int end = Text.IndexOf('\n', element.End) is >= 0 and var next && string.IsNullOrWhiteSpace(Text[element.End..next]) ? next + 1 : element.End;
        bool isAlone = string.IsNullOrWhiteSpace(Text[start..element.Start]) && end != element.End;
        Text = isAlone ? Text[..start] + Text[end..] : Text[..element.Start] + Text[element.End..];
    }

    /// <summary>A new group at the end of the project.</summary>
    /// <param name="content">Whole lines, indented, without the last line end.</param>
    public void AddGroup(string name, string content)
    {
        int closing = Text.LastIndexOf(Closing, StringComparison.Ordinal);
        string group = $"{Indent}<{name}>{NewLine}{content}{NewLine}{Indent}</{name}>{NewLine}";
        if (closing < 0)
        {
            // <Project Sdk="…" /> has no content yet.
            int slash = Text.LastIndexOf("/>", StringComparison.Ordinal);
            Text = $"{Text[..slash].TrimEnd()}>{NewLine}{NewLine}{group}{NewLine}</Project>{Text[(slash + 2)..]}";
            return;
        }

        string before = Text[..closing].TrimEnd();
        Text = $"{before}{NewLine}{NewLine}{group}{NewLine}{Text[closing..]}";
    }

    private int LineStart(int offset) => Text.LastIndexOf('\n', Math.Max(offset - 1, 0)) + 1;

    // A '>' may stand inside a quoted value.
    private int EndOfTag(int offset)
    {
        char? quote = null;
        for (int i = offset; i < Text.Length; i++)
        {
            char letter = Text[i];
            if (quote is not null)
            {
                quote = letter == quote ? null : quote;
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return i + 1;
            }
        }

        return Text.Length;
    }

    private static int[] LineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            // The reader counts a lone CR as a line end too.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    private static string IndentOf(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string blanks = line[..(line.Length - line.TrimStart(' ', '\t').Length)];
            if (blanks.Length > 0 && line.Length > blanks.Length && line[blanks.Length] == '<')
            {
                return blanks;
            }
        }

        return "  ";
    }
}
