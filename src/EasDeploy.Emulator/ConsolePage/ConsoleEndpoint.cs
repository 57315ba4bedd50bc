using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.ConsolePage;

/// <summary><c>GET /console</c>: one page without anything from elsewhere; it reads <c>/_control/services</c>.</summary>
internal static class ConsoleEndpoint
{
    public const string Path = "/console";

    private static readonly byte[] Page = ReadPage();

    public static bool Takes(WireRequest request) =>
        request.Method == "GET" && (request.RawPath is Path or Path + "/" || (request.RawPath == "/" && !Operations.CallRouter.NamesAction(request)));

    public static Task AnswerAsync(HttpContext context, WireRequest request)
    {
        if (!LocalCaller.IsTrusted(request) && request.Header("sec-fetch-mode") != "navigate")
        {
            return new Answer(403, "text/plain", []).WriteAsync(context);
        }

        if (request.RawPath == "/")
        {
            return new Answer(302, "text/plain", []) { Headers = new Dictionary<string, string> { ["Location"] = Path } }.WriteAsync(context);
        }

        return new Answer(200, "text/html; charset=utf-8", Page)
        {
            Headers = new Dictionary<string, string>
            {
                ["Content-Security-Policy"] = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                ["Cache-Control"] = "no-store",
                ["X-Content-Type-Options"] = "nosniff",
            },
        }.WriteAsync(context);
    }

    private static byte[] ReadPage()
    {
        using Stream stream = typeof(ConsoleEndpoint).Assembly.GetManifestResourceStream("console.html")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
