using System.Net;
using System.Net.Sockets;

namespace EasDeploy.Build.Tests;

/// <summary>An address that takes every connection, counts it, and hangs up: who reaches it has asked somebody.</summary>
internal sealed class RefusingEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private int _connections;

    public RefusingEndpoint()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using Socket caller = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
                caller.Close(0);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was closed.
        }
    }
}
