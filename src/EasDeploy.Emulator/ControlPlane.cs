using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator;

/// <summary>Answers the API: route, signature, declared parameters, operation.</summary>
internal sealed class ControlPlane(CloudState cloud, OperationTable table, FaultPlan faults, RequestJournal journal)
{
    private readonly KeyRing _keys = new();
    private readonly NonceMemory _nonces = new(cloud.Options.TimeProvider);

    private bool Strict => !cloud.Options.Loose;

    public async Task AnswerAsync(HttpContext context)
    {
        WireRequest request = await WireRequest.ReadAsync(context);
        (OperationDeclaration Operation, Dictionary<string, string> PathValues)? route = table.Route(request.Method, request.RawPath);
        string? action = route?.Operation.Action;
        string requestId = Guid.NewGuid().ToString().ToUpperInvariant();
        context.Response.Headers["x-acs-request-id"] = requestId;
        int status = 0;
        try
        {
            Fault? fault = faults.Strike(action);
            Answer truth = fault is { AfterExecution: false, Kind: FaultKind.Answer or FaultKind.Hang or FaultKind.Reset }
                ? Answer.Success([], requestId)
                : Execute(request, route, requestId, context.Request.Host.Value ?? "");
            status = fault switch
            {
                null or { Kind: FaultKind.SlowBody or FaultKind.TruncatedBody } => truth.Status,
                { Kind: FaultKind.Answer } => fault.Status,
                _ => 0,
            };
            await (fault is null ? truth.WriteAsync(context) : FaultAnswer.PlayAsync(context, fault, truth, requestId));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = 0;
        }
        finally
        {
            journal.Add(cloud.Now, request.Method, action, request.RawPath, request.RawQuery, status);
        }
    }

    private Answer Execute(
        WireRequest request, (OperationDeclaration Operation, Dictionary<string, string> PathValues)? route, string requestId, string host)
    {
        try
        {
            if (route is not ({ } operation, { } values))
            {
                throw new ApiException(404, "InvalidApi.NotFound",
                    $"Specified api is not found, please check your url and method: {request.Method} {request.RawPath}.");
            }

            CheckNames(request, operation);
            Account account = Acs3Signature.Verify(request, _keys, _nonces, cloud.Now);
            foreach ((string name, string value) in ParameterCheck.Query(operation, request.Query, Strict))
            {
                values[name] = value;
            }

            var call = new ApiCall(operation, account, cloud, values, ParameterCheck.Body(operation, request.Body, Strict));
            lock (cloud.Gate)
            {
                return Answer.Success(table.Bound(operation).Answer(call), requestId);
            }
        }
        catch (ApiException error)
        {
            return Answer.Error(error, requestId, host);
        }
    }

    /// <summary>Where the client names action and version, they must be those of the route.</summary>
    /// <remarks>Source: openapi.md §11 (legacy-signed requests carry neither); codes §4.2.</remarks>
    private static void CheckNames(WireRequest request, OperationDeclaration operation)
    {
        if (request.Header("x-acs-version") is string version && version != operation.Version)
        {
            throw new ApiException(404, "InvalidApi.NotFound", $"Specified api is not found: version {version} of {operation.Action}.");
        }

        if (request.Header("x-acs-action") is string action && action != operation.Action)
        {
            throw new ApiException(404, "InvalidAction.NotFound", $"Specified action {action} is not found at this url.");
        }
    }
}
