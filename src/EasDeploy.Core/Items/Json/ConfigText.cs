using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;

namespace EasDeploy.Items.Json;

/// <summary>A service document as somebody wrote it, with the place of every value.</summary>
public sealed class ConfigText
{
    private readonly Dictionary<string, (SourceLocation Name, SourceLocation Value)> _places;

    private ConfigText(string? file, JsonObject root, Dictionary<string, (SourceLocation, SourceLocation)> places)
    {
        File = file;
        Root = root;
        _places = places;
    }

    /// <summary>Full path; null when it has none (standard input).</summary>
    public string? File { get; }

    /// <summary>Never changed.</summary>
    public JsonObject Root { get; }

    /// <summary>Reads strict JSON: one object, no comments, no key twice.</summary>
    /// <returns>Either the text or what is wrong with it (EAS8011).</returns>
    /// <remarks>Source: service-config.md R1020.</remarks>
    public static (ConfigText? Text, Diagnostic? Failure) Parse(ReadOnlySpan<byte> utf8, string? file)
    {
        (ConfigText? text, SourceLocation place, string reason) = Read(utf8, file);
        return (text, text is null ? BuildDiagnostics.NotServiceJson.At(place, reason) : null);
    }

    /// <summary>The same for any document of ours.</summary>
    /// <returns>The text; else where it is wrong and why, to follow the name of the document: <c>is no JSON: …</c>.</returns>
    internal static (ConfigText? Text, SourceLocation Place, string Reason) Read(ReadOnlySpan<byte> utf8, string? file)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        PlacedReader reader = new(utf8, file);
        try
        {
            JsonNode? root = reader.ReadDocument();
            return root is JsonObject document
                ? (new ConfigText(file, document, reader.Places), SourceLocation.None, "")
                : (null, new SourceLocation(file, 1, 1), "holds no JSON object");
        }
        catch (JsonException wrong)
        {
            SourceLocation place = wrong.LineNumber is { } line
                ? new SourceLocation(file, (int)line + 1, ColumnOf(utf8, (int)line, (int)(wrong.BytePositionInLine ?? 0)))
                : reader.Here;
            return (null, place, wrong.LineNumber is null ? wrong.Message : ReasonIn(wrong.Message));
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair, or bytes that are no UTF-8.
            return (null, reader.Here, "has characters that are no Unicode text");
        }
    }

    /// <returns>Where the value stands; where its nearest known parent stands when it is not written.</returns>
    /// <param name="pointer">JSON pointer, <c>/containers/0/port</c>; empty = the document.</param>
    public SourceLocation At(string pointer)
    {
        for (string nearest = pointer; ; nearest = nearest[..nearest.LastIndexOf('/')])
        {
            if (_places.TryGetValue(nearest, out (SourceLocation Name, SourceLocation Value) place))
            {
                return place.Value;
            }

            if (nearest.Length == 0)
            {
                return new SourceLocation(File, 1, 1);
            }
        }
    }

    /// <returns>Where the name of a member stands.</returns>
    public SourceLocation NameAt(string pointer) => _places.TryGetValue(pointer, out (SourceLocation Name, SourceLocation Value) place) ? place.Name : At(pointer);

    /// <returns>JSON pointer of what stands at a place; null when nothing begins there.</returns>
    public string? PointerAt(SourceLocation place) =>
        _places.Where(one => one.Value.Value == place || one.Value.Name == place).Select(one => one.Key).MaxBy(pointer => pointer.Length);

    /// <summary>JSON pointers of the members that are null: what a merge patch takes away.</summary>
    public IReadOnlyList<string> Removals => [.. NullsIn(Root, "")];

    private static IEnumerable<string> NullsIn(JsonObject section, string pointer) => section.SelectMany(member => member.Value switch
    {
        null => [$"{pointer}/{Escape(member.Key)}"],
        JsonObject inner => NullsIn(inner, $"{pointer}/{Escape(member.Key)}"),
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>Escapes a name for a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static int ColumnOf(ReadOnlySpan<byte> utf8, int line, int bytes)
    {
        for (; line > 0; line--)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(utf8[..Math.Min(bytes, utf8.Length)]) + 1;
    }

    // The library's own sentence ends with a line and a position that we show ourselves.
    private static string ReasonIn(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string text = (end < 0 ? message : message[..end]).Split(". ")[0].Replace(" which is not supported in this mode", "", StringComparison.Ordinal).TrimEnd('.', ' ');
        return "is no JSON: " + text.Shown(160);
    }

    /// <summary>Builds the tree and notes lines and columns; columns count UTF-16 units, as editors do.</summary>
    private ref struct PlacedReader(ReadOnlySpan<byte> utf8, string? file)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private Utf8JsonReader _reader = new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 64 });
        private int _seen;
        private int _line = 1;
        private int _column = 1;

        public Dictionary<string, (SourceLocation Name, SourceLocation Value)> Places { get; } = new(StringComparer.Ordinal);

        /// <summary>Place of the token read last. Walks on from where it was asked last, so a whole document is walked once.</summary>
        public SourceLocation Here
        {
            get
            {
                int target = (int)_reader.TokenStartIndex;
                ReadOnlySpan<byte> between = target > _seen ? _utf8[_seen..target] : default;
                int lastBreak = between.LastIndexOf((byte)'\n');
                if (lastBreak >= 0)
                {
                    _line += between.Count((byte)'\n');
                    _column = 1;
                    between = between[(lastBreak + 1)..];
                }

                _column += Encoding.UTF8.GetCharCount(between);
                _seen = Math.Max(target, _seen);
                return new SourceLocation(file, _line, _column);
            }
        }

        public JsonNode? ReadDocument()
        {
            _reader.Read();
            JsonNode? root = ReadValue("");
            if (_reader.Read())
            {
                throw new JsonException("has text after its end");
            }

            return root;
        }

        private JsonNode? ReadValue(string pointer)
        {
            SourceLocation place = Here;
            Places[pointer] = (Places.TryGetValue(pointer, out (SourceLocation Name, SourceLocation Value) known) ? known.Name : place, place);
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return ReadObject(pointer);
                case JsonTokenType.StartArray:
                    JsonArray array = [];
                    while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    {
                        array.Add(ReadValue($"{pointer}/{array.Count}"));
                    }

                    return array;
                case JsonTokenType.String:
                    return JsonValue.Create(_reader.GetString());
                case JsonTokenType.Number:
                    using (JsonDocument number = JsonDocument.Parse(_reader.ValueSpan.ToArray()))
                    {
                        // Keeps the digits as written.
                        return JsonValue.Create(number.RootElement.Clone());
                    }

                case JsonTokenType.True:
                    return JsonValue.Create(true);
                case JsonTokenType.False:
                    return JsonValue.Create(false);
                default:
                    return null;
            }
        }

        private JsonObject ReadObject(string pointer)
        {
            JsonObject read = [];
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
            {
                string name = _reader.GetString()!;
                string member = $"{pointer}/{Escape(name)}";
                SourceLocation place = Here;
                if (read.ContainsKey(name))
                {
                    throw new JsonException($"has the key '{name.Shown()}' twice in one object");
                }

                Places[member] = (place, place);
                _reader.Read();
                read.Add(name, ReadValue(member));
            }

            return read;
        }
    }
}
