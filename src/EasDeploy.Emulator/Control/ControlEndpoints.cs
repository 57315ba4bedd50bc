using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary><c>/_control</c>: for whoever runs the emulator. Not part of any cloud API, needs no signature.</summary>
internal sealed class ControlEndpoints(CloudState cloud, Action end)
{
    public async Task AnswerAsync(HttpContext context, WireRequest request)
    {
        (int status, JsonObject body) = (request.Method, request.RawPath) switch
        {
            ("GET", "/_control/health") => (200, Health()),
            ("POST", "/_control/shutdown") => (200, new JsonObject { ["message"] = "emulator: ending" }),
            _ => (404, new JsonObject { ["message"] = $"emulator: no control endpoint {request.Method} {request.RawPath}" }),
        };
        await new Answer(status, Answer.Json, Encoding.UTF8.GetBytes(body.ToJsonString(JsonBody.Readable))).WriteAsync(context);
        if (request is { Method: "POST", RawPath: "/_control/shutdown" })
        {
            context.Response.OnCompleted(() =>
            {
                end();
                return Task.CompletedTask;
            });
        }
    }

    private JsonObject Health()
    {
        lock (cloud.Gate)
        {
            return new JsonObject
            {
                ["name"] = "EasDeploy.Emulator",
                ["version"] = EmulatorServer.Version,
                ["region"] = cloud.Region,
                ["pace"] = cloud.Options.Pace.ToString(),
                ["services"] = cloud.Services.Count,
            };
        }
    }
}
