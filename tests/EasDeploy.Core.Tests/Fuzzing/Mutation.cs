using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EasDeploy.Fuzzing;

/// <summary>Changes a text a little, the same way for the same random numbers.</summary>
internal static partial class Mutation
{
    private static readonly string[] s_words =
    [
        "", " ", "0", "-1", "1", "65536", "2147483648", "99999999999999999999", "1e999", "NaN", "%", "100%", ";", ",", ";;", "/", "//",
        "..", "\\", "\"", "'", ":", "@", "${A}",
        "$(rm)", "&&", "\0", "\n", "\r\n", "\t", "\u007F", "\u202E", "\uFEFF", "é", "İ", "ı", "千问", "\U0001F600", "\uD800", "oss://",
        "oss://a-b/", "dataset:d-1@v1", "nas.x:/y",
        "127.0.0.1", "--port", "--port 8000", "-tp", "--tensor-parallel-size 99999999999", "latest", "[1.0,)", "(,]", "[[", "1.2.3.4.5",
        "v", "rc", "rc2", "-gpu", "+a.b", "gw-", "vsw-a", "true", "null",
    ];

    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1", "8080", "2147483647", "2147483648", "-9223372036854775809", "1.5", "1e400", "1E-400",
        "0.000000000000000000000000000001",
        "123456789012345678901234567890", "\"\"", "\" \"", "\"8000\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "\"千问\"",
        "\"oss://a-b/\"", "\"${A}\"", "\"50%\"", "\"0 0 8 * * *\"", "[]", "{}", "[[]]",
        "[null]", "[{}]", "[1,\"a\",null]", "{\"a\":1}", "{\"\":{}}", "{\"a/b~c\":[{}]}", "{\"type\":\"dedicated_resource\"}",
        "[{\"type\":\"a;b\"}]", "[{\"name\":\"A\",\"value\":null}]",
    ];

    /// <summary>One to four changes of characters, words and spans.</summary>
    public static string OfText(Random random, string text)
    {
        StringBuilder changed = new(text);
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(changed.Length + 1);
            int length = Math.Min(random.Next(1, 9), changed.Length - at);
            switch (random.Next(7))
            {
                case 0 when length > 0:
                    changed[at] = (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80);
                    break;
                case 1:
                    changed.Remove(at, length);
                    break;
                case 2:
                    changed.Insert(at, changed.ToString(at, length));
                    break;
                case 3 when random.Next(50) == 0:
                    changed.Insert(at, Word(random), random.Next(2000));
                    break;
                case 4 when random.Next(4) == 0:
                    changed.Length = at;
                    break;
                case 5:
                    changed.Remove(at, length).Insert(random.Next(changed.Length + 1), text.AsSpan(0, Math.Min(length, text.Length)));
                    break;
                default:
                    changed.Insert(at, Word(random));
                    break;
            }
        }

        return changed.ToString();
    }

    /// <summary>Bytes, words, or whole tokens of a document.</summary>
    public static byte[] OfJson(Random random, string json)
    {
        if (random.Next(5) == 0)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            return bytes;
        }

        return Encoding.UTF8.GetBytes(random.Next(5) == 0 ? OfText(random, json) : WithTokens(random, json));
    }

    /// <summary>Values of a document, each by another one of its kind: the shape stays, so the text gets as far as what judges values.</summary>
    public static byte[] OfValues(Random random, string json)
    {
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            Match[] values = [.. Token().Matches(json).Where(token => token.Index + token.Length == json.Length || json[token.Index + token.Length] != ':')];
            if (values.Length == 0)
            {
                break;
            }

            Match value = values[random.Next(values.Length)];
            string next = value.Value.StartsWith('"')
                ? "\"" + JsonEncodedText.Encode(string.Concat(OfText(random, value.Value.Trim('"')).Where(letter => !char.IsSurrogate(letter)))) + "\""
                : char.IsAsciiDigit(value.Value[^1]) ? random.Next(random.Next(2) == 0 ? 10 : int.MaxValue).ToString(CultureInfo.InvariantCulture) : value.Value;
            json = string.Concat(json.AsSpan(0, value.Index), next, json.AsSpan(value.Index + value.Length));
        }

        return Encoding.UTF8.GetBytes(json);
    }

    private static string Word(Random random) => s_words[random.Next(s_words.Length)];

    private static string WithTokens(Random random, string json)
    {
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            MatchCollection tokens = Token().Matches(json);
            if (tokens.Count == 0)
            {
                break;
            }

            Match token = tokens[random.Next(tokens.Count)];
            bool isName = token.Index + token.Length < json.Length && json[token.Index + token.Length] == ':';
            string other = tokens[random.Next(tokens.Count)].Value;
            string next = (isName, random.Next(12)) switch
            {
                (true, < 3) => token.Value + ": " + Value(random) + ", " + token.Value,
                (true, < 8) when other.StartsWith('"') => other,
                (true, _) => token.Value + ": " + Value(random) + ", \"" + random.Next(100) + "\"",
                (false, 0) => Nested(random),
                (false, 1) => "\"" + OfText(random, token.Value.Trim('"')).Replace("\\", "", StringComparison.Ordinal).Replace('"', '\'') + "\"",
                (false, < 5) => other,
                _ => Value(random),
            };
            json = string.Concat(json.AsSpan(0, token.Index), next, json.AsSpan(token.Index + token.Length));
        }

        return json;
    }

    private static string Value(Random random) => s_values[random.Next(s_values.Length)];

    private static string Nested(Random random)
    {
        int depth = random.Next(1, random.Next(4) == 0 ? 2000 : 60);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"oss\":", depth)) + "1" + new string('}', depth);
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|-?[0-9]+(?:\.[0-9]+)?|true|false|null")]
    private static partial Regex Token();
}
