using System.Text;

namespace EasDeploy.Aliyun.Transports;

/// <summary>One complete HTTP answer, body decompressed.</summary>
/// <param name="Date">The server's clock, from the <c>Date</c> header.</param>
/// <param name="RetryAfter">How long the server asks us to wait; null when it does not.</param>
internal sealed record HttpAnswer(
    int Status, ReadOnlyMemory<byte> Body, string? ContentType, string? RequestId, DateTimeOffset? Date, TimeSpan? RetryAfter)
{
    /// <summary>What came, on one short line, for a message: status, type, title of a page or first words.</summary>
    public string Glimpse()
    {
        string text = Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 4096)]);
        int title = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        int end = title < 0 ? -1 : text.IndexOf("</title>", title, StringComparison.OrdinalIgnoreCase);
        string words = end > 0 ? text[(title + "<title>".Length)..end] : text;
        StringBuilder line = new();
        foreach (char letter in words)
        {
            char shown = char.IsControl(letter) || letter == '\uFFFD' ? ' ' : letter;
            if (shown != ' ' || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(shown);
            }

            if (line.Length == 100)
            {
                line.Append('…');
                break;
            }
        }

        return $"HTTP {Status}, {ContentType ?? "no content type"}, {(line.Length == 0 ? "empty" : $"'{line.ToString().Trim()}'")}";
    }
}
