using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HundredServices;

/// <summary>What one deployment against a fresh, troubled emulator came to.</summary>
/// <param name="Seconds">From the first call to the last verdict.</param>
/// <param name="Running">Services the deployer reports as Running and the emulator shows as Running, once each.</param>
/// <param name="Megabytes">Most memory the deployer's process held.</param>
/// <param name="Calls">Requests of every kind that reached the emulator, refused ones included.</param>
/// <param name="Refused">Share of throttling and 503 among them.</param>
internal sealed record Arm(double Seconds, int Running, double Megabytes, long Calls, double Refused)
{
    private static readonly string[] s_lifeCycles = ["slow-llm", "healthy", "gateway-late"];

    /// <param name="emulator">Full path of the emulator's assembly.</param>
    /// <param name="services">The first is the slowest life cycle; the others take turns.</param>
    /// <param name="pace">Seconds a status lasts.</param>
    public static async Task<Arm> RunAsync(string emulator, int services, double pace, int seed)
    {
        using Process cloud = Process.Start(new ProcessStartInfo(
            "dotnet", [emulator, "--port", "0", "--pace", string.Create(CultureInfo.InvariantCulture, $"seconds:{pace}")]) { RedirectStandardOutput = true })!;
        DirectoryInfo state = Directory.CreateTempSubdirectory("eas-hundred-");
        try
        {
            Uri address = new((await cloud.StandardOutput.ReadLineAsync())!.Split(' ')[3]);
            using HttpClient control = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
            for (int number = 0; number < services; number++)
            {
                await SendAsync(control.PutAsJsonAsync($"_control/lifecycles/{Fleet.NameOf(number)}", new { name = s_lifeCycles[number % s_lifeCycles.Length] }));
            }

            await SendAsync(control.PostAsJsonAsync("_control/faults", new { action = "*", status = 429, code = "Throttling.User", probability = 0.2, seed, times = 0 }));
            await SendAsync(control.PostAsJsonAsync("_control/faults", new { action = "*", status = 503, probability = 0.05, seed = seed + 1, times = 0 }));
            string[] said = await DeployAsync(address, services, state.FullName);
            JsonArray live = (await control.GetFromJsonAsync<JsonObject>("_control/services"))!["services"]!.AsArray();
            JsonArray requests = (await control.GetFromJsonAsync<JsonObject>("_control/requests"))!["requests"]!.AsArray();
            int running = live.Count(service => service!["status"]!.GetValue<string>() == "Running");
            return new Arm(
                double.Parse(said[0], CultureInfo.InvariantCulture),
                live.Count == services ? Math.Min(running, int.Parse(said[1], CultureInfo.InvariantCulture)) : -1,
                double.Parse(said[2], CultureInfo.InvariantCulture),
                requests[^1]!["number"]!.GetValue<long>(),
                requests.Count(request => request!["status"]!.GetValue<int>() is 429 or 503) / (double)requests.Count);
        }
        finally
        {
            cloud.Kill();
            await cloud.WaitForExitAsync();
            state.Delete(recursive: true);
        }
    }

    private static async Task<string[]> DeployAsync(Uri address, int services, string state)
    {
        string assembly = typeof(Arm).Assembly.Location;
        using Process deployer = Process.Start(new ProcessStartInfo(
            "dotnet", [assembly, "--deploy", address.AbsoluteUri, services.ToString(CultureInfo.InvariantCulture), state]) { RedirectStandardOutput = true })!;
        string line = await deployer.StandardOutput.ReadToEndAsync();
        await deployer.WaitForExitAsync();
        return deployer.ExitCode == 0 ? line.Trim().Split(' ') : throw new InvalidOperationException($"the deployer ended with {deployer.ExitCode}");
    }

    private static async Task SendAsync(Task<HttpResponseMessage> sending)
    {
        using HttpResponseMessage answer = await sending;
        answer.EnsureSuccessStatusCode();
    }
}
