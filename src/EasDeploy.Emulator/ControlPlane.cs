using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator;

/// <summary>Answers the API: route, signature, declared parameters, operation.</summary>
internal sealed class ControlPlane(CloudState cloud, OperationTable table, FaultPlan faults, RequestJournal journal)
{
    private readonly CallRouter _router = new(table);
    private readonly RequestSignature _signature = new(cloud.Keys, new NonceMemory(cloud.Options.TimeProvider));

    private bool Strict => !cloud.Options.Loose;

    public Task AnswerAsync(HttpContext context, WireRequest request)
    {
        RoutedCall? route = _router.Find(request);
        string requestId = Guid.NewGuid().ToString().ToUpperInvariant();
        context.Response.Headers["x-acs-request-id"] = requestId;
        string host = context.Request.Host.Value ?? "";
        return new Exchange(cloud, faults, journal).PlayAsync(context, request, route?.Operation.Action, requestId, () => Execute(request, route, requestId, host));
    }

    private Answer Execute(WireRequest request, RoutedCall? route, string requestId, string host)
    {
        try
        {
            if (route is null)
            {
                throw NotFound(request);
            }

            OperationDeclaration operation = route.Operation;
            CheckNames(request, route);
            Account account = _signature.Verify(request, operation, route.Parameters, cloud.Now);
            foreach ((string name, string value) in ParameterCheck.Query(operation, route.Parameters, Strict))
            {
                route.PathValues[name] = value;
            }

            var call = new ApiCall(operation, account, cloud, route.PathValues,
                operation.Style == "ROA" ? ParameterCheck.Body(operation, request.Body, Strict) : null);
            lock (cloud.Gate)
            {
                return Answer.Success(table.Bound(operation).Answer(call), requestId);
            }
        }
        catch (ApiException error)
        {
            return Answer.Error(error, requestId, host);
        }
#pragma warning disable CA1031 // Do not catch general exception types: a bug of the emulator must reach the client as an answer that says so.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return Answer.Error(new ApiException(500, "EmulatorBug", $"emulator: {bug.GetType().Name} in {bug.TargetSite?.DeclaringType?.Name}.{bug.TargetSite?.Name}: {bug.Message}"), requestId, host);
        }
    }

    private static ApiException NotFound(WireRequest request) => request.RawPath is "/" or ""
        ? new(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.")
        : new(404, "InvalidApi.NotFound", $"Specified api is not found, please check your url and method: {request.Method} {request.RawPath}.");

    /// <summary>Where the client names action and version, they must be those of the route.</summary>
    /// <remarks>Source: openapi.md §11 (legacy-signed requests carry neither); codes §4.2.</remarks>
    private static void CheckNames(WireRequest request, RoutedCall route)
    {
        OperationDeclaration operation = route.Operation;
        string? version = request.Header("x-acs-version")
            ?? (operation.Style == "RPC" ? route.Parameters.FirstOrDefault(p => p.Key == "Version").Value : null);
        if (version is null ? operation.Style == "RPC" : version != operation.Version)
        {
            throw new ApiException(404, "InvalidApi.NotFound", $"Specified api is not found: version {version} of {operation.Action}.");
        }

        if (request.Header("x-acs-action") is string action && action != operation.Action)
        {
            throw new ApiException(404, "InvalidAction.NotFound", $"Specified action {action} is not found at this url.");
        }
    }
}
