using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EasDeploy.Aliyun.Tests.Wire;

/// <summary>Hands a request on byte for byte, so that a stub can record what a real server answers to.</summary>
internal static class PassedOn
{
    public static StubAnswer To(Uri server, StubRequest request)
    {
        StringBuilder head = new($"{request.Method} {request.Target} HTTP/1.1\r\nconnection: close\r\n");
        foreach ((string name, string value) in request.Headers.Where(h => h.Key is not ("connection" or "accept-encoding")))
        {
            head.Append($"{name}: {value}\r\n");
        }

        using TcpClient socket = new(server.Host, server.Port);
        NetworkStream stream = socket.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        stream.Write(request.Body);
        using MemoryStream answer = new();
        stream.CopyTo(answer);
        byte[] bytes = answer.ToArray();
        int end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        string[] lines = Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n");
        string[][] headers = [.. lines.Skip(1).Select(line => line.Split(": ", 2))];
        return new StubAnswer
        {
            Status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            ContentType = headers.FirstOrDefault(h => h[0] == "Content-Type")?[1],
            Headers = headers.Where(h => h[0] is not ("Content-Type" or "Content-Length" or "Connection")).ToDictionary(h => h[0], h => h[1]),
            Body = bytes[(end + 4)..],
        };
    }
}
