using System.Net.Sockets;
using System.Security.Authentication;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Tells the ways apart in which an answer fails to arrive.</summary>
internal static class WireFault
{
    public static CloudException ToException(Exception fault, string host, string action, bool changes)
    {
        HttpRequestError error = (fault as HttpRequestException)?.HttpRequestError
            ?? (fault as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
        SocketError? socket = Inner<SocketException>(fault)?.SocketErrorCode;
        return error switch
        {
            HttpRequestError.NameResolutionError =>
                HttpExchange.Failure(CloudDiagnostics.HostNotFound, fault, action, false, host, action),
            HttpRequestError.ConnectionError when socket == SocketError.ConnectionRefused =>
                HttpExchange.Failure(CloudDiagnostics.ConnectionRefused, fault, action, false, host, action),
            HttpRequestError.SecureConnectionError => HttpExchange.Failure(
                CloudDiagnostics.TlsFailed, fault, action, false, host, action,
                Inner<AuthenticationException>(fault)?.Message ?? Innermost(fault).Message),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => HttpExchange.Failure(
                CloudDiagnostics.ConnectionBroke, fault, action, false, host, action, Reason(fault)),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => HttpExchange.Failure(
                CloudDiagnostics.NotJson, fault, action, changes, host, action, "no valid HTTP answer"),
            _ => HttpExchange.Failure(CloudDiagnostics.ConnectionBroke, fault, action, changes, host, action, Reason(fault)),
        };
    }

    private static string Reason(Exception fault) => Innermost(fault).Message.TrimEnd('.').ReplaceLineEndings(" ");

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;

    private static T? Inner<T>(Exception? fault)
        where T : Exception =>
        fault is null or T ? fault as T : Inner<T>(fault.InnerException);
}
