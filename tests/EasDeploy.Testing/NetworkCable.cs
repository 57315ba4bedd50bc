using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EasDeploy.Testing;

/// <summary>Passes TCP connections on to a server until it is pulled: then what is open breaks and what is new is refused, until it is plugged in again.</summary>
public sealed class NetworkCable : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly int _port;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting;

    /// <param name="server">Address of the server behind; plain HTTP.</param>
    public NetworkCable(Uri server)
    {
        _server = server;
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Where clients connect to; the same after it was pulled.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public async Task PullAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (Socket socket in _open.Keys)
        {
            Cut(socket);
        }
    }

    public void PlugIn()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync() => await PullAsync();

    // A reset, not an end: the client must not take half an answer for a whole one.
    private static void Cut(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                Socket client = await listener.AcceptSocketAsync();
                _open[client] = true;
                _ = PassOnAsync(client);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Pulled.
        }
    }

    private async Task PassOnAsync(Socket client)
    {
        using Socket server = new(SocketType.Stream, ProtocolType.Tcp);
        _open[server] = true;
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception broken) when (broken is SocketException or IOException or ObjectDisposedException)
        {
            // The other side is told by the end of its connection.
        }
        finally
        {
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception broken) when (broken is SocketException or IOException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
