using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>Where a request goes: by method and path for ROA, by action for RPC.</summary>
/// <param name="Parameters">Query; for RPC with the fields of a form body.</param>
internal sealed record RoutedCall(
    OperationDeclaration Operation, Dictionary<string, string> PathValues, IReadOnlyList<(string Key, string Value)> Parameters);

/// <inheritdoc cref="RoutedCall"/>
internal sealed class CallRouter(OperationTable table)
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <returns>Null when nothing is declared there.</returns>
    public RoutedCall? Find(WireRequest request)
    {
        if (request.RawPath is not ("/" or ""))
        {
            return table.Route(request.Method, request.RawPath) is ({ } operation, { } values) ? new RoutedCall(operation, values, request.Query) : null;
        }

        IReadOnlyList<(string Key, string Value)> parameters = Parameters(request);
        string? action = RpcAction(request, parameters);
        return table.Declarations.FirstOrDefault(d => d.Style == "RPC" && d.Action == action) is OperationDeclaration rpc
            && request.Method is ("GET" or "POST")
            ? new RoutedCall(rpc, [], parameters)
            : null;
    }

    /// <returns>True when a request to <c>/</c> names an RPC action.</returns>
    public static bool NamesAction(WireRequest request) => RpcAction(request, Parameters(request)) is not null;

    private static string? RpcAction(WireRequest request, IReadOnlyList<(string Key, string Value)> parameters) =>
        request.Header("x-acs-action") ?? parameters.FirstOrDefault(p => p.Key == "Action").Value;

    private static IReadOnlyList<(string Key, string Value)> Parameters(WireRequest request) =>
        request.Header("content-type")?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true
            ? [.. request.Query, .. PercentEncoding.Pairs(Encoding.UTF8.GetString(request.Body))]
            : request.Query;
}
