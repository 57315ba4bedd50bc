using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EasDeploy.Emulator.Tests;

/// <summary>An answer on its way back: the target asked for, as sent, and what the emulator said.</summary>
internal sealed record PassingAnswer(string Target, int Status, string Body);

/// <summary>Stands between a client and the emulator and changes answers.</summary>
/// <remarks>
/// Requests pass as they are, so that signatures hold. They are written to a socket: HttpClient would send a second Host beside the one of ali-oss,
/// which begins with a dot.
/// </remarks>
internal sealed class SpoilingProxy : IAsyncDisposable
{
    private static readonly string[] OwnHeaders = ["Connection", "Content-Length", "Transfer-Encoding", "Date"];

    private readonly WebApplication _app;

    private SpoilingProxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <param name="spoil">Gets one answer after the other.</param>
    public static async Task<SpoilingProxy> StartAsync(Uri emulator, Func<PassingAnswer, PassingAnswer> spoil)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(context => PassAsync(context, emulator, spoil));
        await app.StartAsync();
        return new SpoilingProxy(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task PassAsync(HttpContext context, Uri emulator, Func<PassingAnswer, PassingAnswer> spoil)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        (string head, byte[] body) = await AskAsync(context.Request, emulator, target);
        string[] lines = head.Split("\r\n");
        PassingAnswer passing = spoil(new PassingAnswer(target, int.Parse(lines[0].Split(' ')[1], null), Encoding.UTF8.GetString(body)));
        context.Response.StatusCode = passing.Status;
        foreach (string[] header in lines[1..].Select(l => l.Split(": ", 2)))
        {
            if (!OwnHeaders.Contains(header[0], StringComparer.OrdinalIgnoreCase) || (header[0] == "Content-Length" && HttpMethods.IsHead(context.Request.Method)))
            {
                context.Response.Headers[header[0]] = header[1];
            }
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(passing.Body, context.RequestAborted);
        }
    }

    /// <returns>Status line with headers, and the body up to the end of the connection.</returns>
    private static async Task<(string Head, byte[] Body)> AskAsync(HttpRequest from, Uri emulator, string target)
    {
        using var body = new MemoryStream();
        await from.Body.CopyToAsync(body);
        var text = new StringBuilder($"{from.Method} {target} HTTP/1.1\r\nConnection: close\r\n");
        foreach (string name in from.Headers.Keys.Except(OwnHeaders, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(string.Concat(from.Headers[name].Select(v => $"{name}: {v}\r\n")));
        }

        text.Append($"Content-Length: {body.Length}\r\n\r\n");
        using var socket = new TcpClient();
        await socket.ConnectAsync(emulator.Host, emulator.Port);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        await stream.WriteAsync(body.ToArray());
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        byte[] bytes = answer.ToArray();
        int end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        return (Encoding.UTF8.GetString(bytes, 0, end), bytes[(end + 4)..]);
    }
}
