using System.Text;

namespace EasDeploy.Aliyun.Tests.Wire;

/// <summary>What the stub does with one request.</summary>
internal sealed record StubAnswer
{
    public int Status { get; init; } = 200;

    public string? ContentType { get; init; } = "application/json;charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Body { get; init; } = [];

    /// <summary>Bytes of the whole answer that are sent before <see cref="Ending"/>; null = all.</summary>
    public int? CutAfter { get; init; }

    public Ending Ending { get; init; } = Ending.Close;

    public static StubAnswer Json(string text, int status = 200) => new() { Status = status, Body = Encoding.UTF8.GetBytes(text) };

    public static StubAnswer Page(string text, int status) => Json(text, status) with { ContentType = "text/html" };

    public static StubAnswer Hang() => new() { CutAfter = 0, Ending = Ending.Hang };

    public static StubAnswer Reset(int after = 0) => new() { Body = new byte[100_000], CutAfter = after, Ending = Ending.Reset };

    public byte[] ToBytes()
    {
        StringBuilder head = new($"HTTP/1.1 {Status} Stub\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n");
        if (ContentType is not null)
        {
            head.Append($"Content-Type: {ContentType}\r\n");
        }

        foreach ((string name, string value) in Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}

/// <summary>How the connection ends after the bytes are sent.</summary>
internal enum Ending
{
    Close,
    Reset,
    Hang,
}
