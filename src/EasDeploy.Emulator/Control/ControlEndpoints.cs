using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary><c>/_control</c>: for whoever runs the emulator. Not part of any cloud API, needs no signature.</summary>
internal sealed class ControlEndpoints(CloudState cloud, FaultPlan faults, RequestJournal journal, Action end)
{
    private const string Prefix = "/_control/";

    private const string LifeCycles = "lifecycles/";

    // Another emulator may listen on the same port later: whoever keeps answers keeps them under this name.
    private readonly string _instance = Guid.NewGuid().ToString("N");

    public async Task AnswerAsync(HttpContext context, WireRequest request)
    {
        (int status, JsonObject body) = Answered(request);
        await new Answer(status, Answer.Json, Encoding.UTF8.GetBytes(body.ToJsonString(JsonBody.Readable))).WriteAsync(context);
        if (request is { Method: "POST", RawPath: Prefix + "shutdown" } && status == 200)
        {
            context.Response.OnCompleted(() =>
            {
                end();
                return Task.CompletedTask;
            });
        }
    }

    private (int Status, JsonObject Body) Answered(WireRequest request)
    {
        if (!LocalCaller.IsTrusted(request))
        {
            return (403, Said("emulator: only this machine's own programs and pages may steer it"));
        }

        try
        {
            string path = request.RawPath.StartsWith(Prefix, StringComparison.Ordinal) ? request.RawPath[Prefix.Length..] : "";
            return (request.Method, path) switch
            {
                ("GET", "health") => (200, Health()),
                ("POST", "shutdown") => (200, Said("emulator: ending")),
                ("GET", "faults") => (200, new JsonObject { ["faults"] = new JsonArray([.. faults.Waiting.Select(FaultText.Write)]) }),
                ("POST", "faults") => (200, Add(request)),
                ("DELETE", "faults") => (200, Cleared()),
                ("GET", "requests") => (200, Requests(request)),
                ("DELETE", "requests") => (200, Forgotten()),
                ("GET", "state") => (200, Locked(() => StateText.Write(cloud))),
                ("PUT", "state") => (200, Locked(() => Imported(request))),
                ("GET", "services") => (200, Locked(() => ServiceBoard.Of(cloud))),
                ("PUT", _) when path.StartsWith(LifeCycles, StringComparison.Ordinal) => (200, Locked(() => Chosen(PercentEncoding.Decode(path[LifeCycles.Length..]), request))),
                _ => (404, Said($"emulator: no control endpoint {request.Method} {request.RawPath}")),
            };
        }
        catch (ApiException error)
        {
            return (error.Status, Said(error.Message));
        }
    }

    private JsonObject Health() => Locked(() => new JsonObject
    {
        ["name"] = "EasDeploy.Emulator",
        ["version"] = EmulatorServer.Version,
        ["instance"] = _instance,
        ["region"] = cloud.Region,
        ["pace"] = cloud.Options.Pace.ToString(),
        ["services"] = cloud.Services.Count,
    });

    private JsonObject Add(WireRequest request)
    {
        Fault fault = FaultText.Read(JsonBody.Parse(request.Body));
        faults.Add(fault);
        return FaultText.Write(fault);
    }

    private JsonObject Cleared()
    {
        faults.Clear();
        return Said("emulator: no faults are waiting");
    }

    private JsonObject Forgotten()
    {
        journal.Clear();
        return Said("emulator: the journal is empty");
    }

    private JsonObject Requests(WireRequest request)
    {
        string? action = request.Query.FirstOrDefault(p => p.Key == "action").Value;
        return new JsonObject
        {
            ["requests"] = new JsonArray([.. journal.Entries.Where(e => action is null || e.Action == action).Select(e => new JsonObject
            {
                ["number"] = e.Number,
                ["time"] = e.Time.ToString("O", CultureInfo.InvariantCulture),
                ["method"] = e.Method,
                ["action"] = e.Action,
                ["path"] = e.Path,
                ["query"] = e.Query,
                ["status"] = e.Status,
            })]),
        };
    }

    private JsonObject Imported(WireRequest request)
    {
        StateText.Read(cloud, JsonBody.Parse(request.Body));
        return Said($"emulator: {cloud.Services.Count} service(s) imported");
    }

    /// <summary>Chooses the life cycle of a service: of a present one from its next step on, of a later one from its creation on.</summary>
    private JsonObject Chosen(string service, WireRequest request)
    {
        string? name = ServiceConfig.TextOf(JsonBody.Parse(request.Body)["name"]);
        if (name is null || !NamedLifeCycles.Names.Contains(name))
        {
            throw ApiException.InvalidParameter($"emulator: no life cycle is named {name}; known are {string.Join(", ", NamedLifeCycles.Names)}.");
        }

        cloud.PlannedLifeCycles[service] = name;
        if (cloud.Find(service) is EasService present)
        {
            present.LifeCycle = name;
            if (present.Status is ServiceStatus.Running or ServiceStatus.Failed && !name.StartsWith("delete-", StringComparison.Ordinal))
            {
                present.Follow(State.LifeCycles.Bounce(present, cloud), cloud.Now);
            }
        }

        return Said($"emulator: {service} follows {name}");
    }

    private T Locked<T>(Func<T> read)
    {
        lock (cloud.Gate)
        {
            return read();
        }
    }

    private static JsonObject Said(string message) => new() { ["message"] = message };
}
