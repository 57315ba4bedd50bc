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

    public async Task AnswerAsync(HttpContext context)
    {
        WireRequest request = await WireRequest.ReadAsync(context);
        string[] parts = request.RawPath[Prefix.Length..].Split('/', 2);
        Answer truth = Find(parts[0], request, out EasService? service) ?? Inference.Answer(service!, request, "/" + parts.ElementAtOrDefault(1));
        int status = 0;
        try
        {
            Fault? fault = faults.Strike(Action);
            status = fault is null ? truth.Status : fault.Kind == FaultKind.Answer ? fault.Status : 0;
            await (fault is null ? truth.WriteAsync(context) : FaultAnswer.PlayAsync(context, fault, truth, ""));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = 0;
        }
        finally
        {
            journal.Add(cloud.Now, request.Method, Action, request.RawPath, request.RawQuery, status);
        }
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
