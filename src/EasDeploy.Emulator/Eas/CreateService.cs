using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;
using static EasDeploy.Emulator.Eas.ConfigCheck;

namespace EasDeploy.Emulator.Eas;

/// <summary>POST /api/v2/services.</summary>
internal static class CreateService
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <exception cref="ApiException">400 for a document the service refuses, 409 for a name in use, by whomever.</exception>
    /// <remarks>Source: openapi.md §5.1; 409 §4.3 (code unpublished: assumed).</remarks>
    public static JsonObject Answer(ApiCall call) => Of(call.Body!.AsObject(), call);

    /// <param name="document">Of the new service.</param>
    internal static JsonObject Of(JsonObject document, ApiCall call)
    {
        ConfigCheck.Check(new ServiceConfig(document), call);
        var config = new ServiceConfig(ConfigAliases.Normalised(document));
        string name = config.Name!;
        if (call.Cloud.Find(name) is not null)
        {
            throw new ApiException(409, "InvalidService.AlreadyExists", $"Service {name} already exists in {call.Cloud.Region}.");
        }

        DateTimeOffset now = call.Cloud.Now;
        var service = new EasService
        {
            Name = name,
            Id = "eas-m-" + RandomNumberGenerator.GetString(Letters, 18),
            OwnerUid = call.Account.Uid,
            CreateTime = now,
            UpdateTime = now,
            AccessToken = config.Token ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(42)),
            Config = config,
            WorkspaceId = call.Text("WorkspaceId") ?? config.Text("metadata", "workspace_id"),
        };
        foreach ((string key, string? value) in call.Map("Labels").Concat(LabelsOf(config)))
        {
            service.Labels[key] = value ?? "";
        }

        service.LifeCycle = service.Labels.GetValueOrDefault(NamedLifeCycles.Label) ?? call.Cloud.PlannedLifeCycles.GetValueOrDefault(name);
        Require(service.LifeCycle is null || NamedLifeCycles.Names.Contains(service.LifeCycle), $"label {NamedLifeCycles.Label} names no life cycle");
        service.Adopt(config, now);
        service.Follow(LifeCycles.Start(service, call.Cloud), now);
        call.Cloud.Add(service);
        return new JsonObject
        {
            ["ServiceId"] = service.Id,
            ["ServiceName"] = name,
            ["Status"] = service.Status.ToString(),
            ["Region"] = call.Cloud.Region,
            ["InternetEndpoint"] = ServiceView.Endpoint(service, call.Cloud),
            ["IntranetEndpoint"] = ServiceView.Endpoint(service, call.Cloud),
        };
    }

    private static IEnumerable<KeyValuePair<string, string?>> LabelsOf(ServiceConfig config) =>
        (config.At("labels") as JsonObject ?? []).Select(l => KeyValuePair.Create(l.Key, ServiceConfig.TextOf(l.Value)));
}
