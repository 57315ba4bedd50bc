using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT …/start, …/stop, …/restart, …/scale.</summary>
/// <remarks>Source: openapi.md §5.1, §5.3. Assumed: start of a started and stop of a stopped service change nothing and succeed.</remarks>
internal static class ServiceSwitches
{
    public static JsonObject Start(ApiCall call)
    {
        EasService service = call.Writable();
        if (service.Status is ServiceStatus.Stopped)
        {
            service.Follow(LifeCycles.Restart(service, call.Cloud), call.Cloud.Now);
        }
        else
        {
            ServiceCalls.Demand(service, "started", ServiceStatus.Starting, ServiceStatus.Waiting, ServiceStatus.Running, ServiceStatus.Creating);
        }

        return call.Done(service, "starting");
    }

    public static JsonObject Stop(ApiCall call)
    {
        EasService service = call.Writable(dangerous: true);
        if (service.Status is ServiceStatus.Running or ServiceStatus.Failed)
        {
            service.Follow(LifeCycles.Stop(service), call.Cloud.Now);
        }
        else
        {
            ServiceCalls.Demand(service, "stopped", ServiceStatus.Stopping, ServiceStatus.Stopped);
        }

        return call.Done(service, "stopping");
    }

    public static JsonObject Restart(ApiCall call)
    {
        EasService service = call.Writable();
        ServiceCalls.Demand(service, "restarted", ServiceStatus.Running, ServiceStatus.Failed);
        service.Restarts++;
        service.Follow(LifeCycles.Bounce(service, call.Cloud), call.Cloud.Now);
        return call.Done(service, "restarting");
    }

    public static JsonObject Scale(ApiCall call)
    {
        EasService service = call.Writable();
        long instances = call.Body!["Instance"]!.GetValue<long>();
        if (instances is < 0 or > 10_000)
        {
            throw ApiException.InvalidParameter($"Instance {instances} is not a possible number of instances.");
        }

        ServiceCalls.Demand(service, "scaled", ServiceStatus.Running, ServiceStatus.Failed);
        JsonObject document = service.Config.Document.DeepClone().AsObject();
        document["metadata"]!["instance"] = instances;
        service.Config = new ServiceConfig(document);
        service.Follow(LifeCycles.Scale(service), call.Cloud.Now);
        return call.Done(service, "scaling");
    }
}
