using System.Text;
using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.DataPlane;

/// <summary><c>/api/predict/{service}/…</c>: what the gateway in front of the services does.</summary>
/// <remarks>Source: openapi.md §5.2 (token verbatim), §1.12 (503 right after Running); 401 without token: service-config.md C35.</remarks>
internal sealed class PredictEndpoint(CloudState cloud, FaultPlan faults, RequestJournal journal)
{
    public const string Prefix = "/api/predict/";

    public const string Action = "Predict";

    public Task AnswerAsync(HttpContext context, WireRequest request)
    {
        string[] parts = request.RawPath[Prefix.Length..].Split('/', 2);
        return new Exchange(cloud, faults, journal).PlayAsync(context, request, Action, "", () =>
            Find(parts[0], request, out EasService? service) ?? Inference.Answer(service!, request, "/" + parts.ElementAtOrDefault(1)));
    }

    /// <returns>A refusal of the gateway, or null when the service may answer.</returns>
    private Answer? Find(string name, WireRequest request, out EasService? service)
    {
        lock (cloud.Gate)
        {
            service = cloud.Find(PercentEncoding.Decode(name));
            if (service is null)
            {
                return Text(404, "");
            }

            string token = request.Header("authorization") ?? "";
            if (token != service.AccessToken && token != "Bearer " + service.AccessToken)
            {
                return Text(401, "Unauthorized");
            }

            return service.RunningInstances > 0 && service.Current.GatewayReady ? null : Text(503, "no healthy upstream");
        }
    }

    private static Answer Text(int status, string text) => new(status, "text/plain", Encoding.UTF8.GetBytes(text));
}
