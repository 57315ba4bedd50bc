using System.Text;

namespace EasDeploy.Testing;

/// <summary>Random texts of characters that signatures have been broken by: the same ones for the same seed.</summary>
public sealed class HardTexts(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "B", "7", "-", "_", ".", "~", "*", "+", "%", "%2F", "%20", "&", "=", "?", "#", "/", "\\", "[", "]", "(", ")", "{", "}", "!", "'", "\"", ",", ";", ":", "@",
        "$", "^", "`", "|", "<", ">", " ", "  ", "\t", "é", "ß", "漢字", "ก", "\U0001F600", "\u0301", "\u00A0",
    ];

    private readonly Random _random = new(seed);

    /// <returns>A text of 0 to <paramref name="most"/> pieces; every fifth is empty.</returns>
    public string Next(int most = 12)
    {
        var text = new StringBuilder();
        for (int left = _random.Next(5) == 0 ? 0 : _random.Next(1, most + 1); left > 0; left--)
        {
            text.Append(Pieces[_random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    /// <returns>A text that is not empty.</returns>
    public string NextFull(int most = 12) => Pieces[_random.Next(Pieces.Length)] + Next(most);

    /// <summary>Parameters with different names, many of them alike (<c>a.1</c>, <c>a.10</c>, <c>A</c>), some with empty values.</summary>
    /// <param name="hardNames">True: some names are hard texts themselves, or have brackets.</param>
    public Dictionary<string, string> NextFields(bool hardNames, int most = 6)
    {
        string[] plain = ["a", "A", "a.1", "a.10", "a.2", "a-b", "a_b", "aB", "a~", "Label", "label"];
        string[] alike = hardNames ? [.. plain, "a[0]", "a[]", "a%5B0%5D", NextFull(4), NextFull(4)] : plain;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int left = _random.Next(most + 1); left > 0; left--)
        {
            fields[alike[_random.Next(alike.Length)]] = Next();
        }

        return fields;
    }

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];
}
