using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EasDeploy.Aliyun.Tests.Wire;

/// <summary>A server on a free loopback port that answers raw bytes, so that a test can break the wire at any place.</summary>
internal sealed class WireStub : IDisposable
{
    private const byte TlsHello = 0x16;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<StubRequest, StubAnswer> _answer;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<StubRequest> _requests = [];

    public WireStub(Func<StubRequest, StubAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public WireStub(params StubAnswer[] answers)
        : this(InTurn(answers))
    {
    }

    public Uri Address { get; }

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public CloudSettings Settings => new() { Region = "cn-hangzhou", Endpoint = Address, UserAgent = "tests" };

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private static Func<StubRequest, StubAnswer> InTurn(StubAnswer[] answers)
    {
        int next = -1;
        return _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                StubRequest request = await ReadAsync(stream);
                _requests.Enqueue(request);
                StubAnswer answer = _answer(request);
                byte[] bytes = answer.ToBytes();
                await stream.WriteAsync(bytes.AsMemory(0, Math.Min(bytes.Length, answer.CutAfter ?? bytes.Length)), _end.Token);
                if (answer.Ending == Ending.Hang)
                {
                    await Task.Delay(Timeout.Infinite, _end.Token);
                }
                else if (answer.Ending == Ending.Reset)
                {
                    client.LingerState = new LingerOption(true, 0);
                }
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
            {
                // The caller hung up.
            }
        }
    }

    private async Task<StubRequest> ReadAsync(NetworkStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (!(head.Count > 3 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                throw new IOException("The caller hung up.");
            }

            head.Add(one[0]);
            if (head[0] == TlsHello)
            {
                await stream.WriteAsync("HTTP/1.1 400 Plain HTTP here\r\n\r\n"u8.ToArray(), _end.Token);
                throw new IOException("The caller speaks TLS.");
            }
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines.Skip(1).Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1].Trim());
        byte[] body = new byte[headers.TryGetValue("content-length", out string? length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, _end.Token);
        string[] first = lines[0].Split(' ');
        return new StubRequest(first[0], first[1], headers, body);
    }
}
