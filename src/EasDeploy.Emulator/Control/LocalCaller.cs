using System.Net;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>Keeps foreign web pages away from the unsigned part: it must be addressed by a name of this machine, and not from another site.</summary>
internal static class LocalCaller
{
    public static bool IsTrusted(WireRequest request)
    {
        string host = request.Header("host") ?? "";
        string name = host.StartsWith('[') ? host.Split(']')[0].TrimStart('[') : host.Split(':')[0];
        bool local = name == "localhost" || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address));
        return local && request.Header("sec-fetch-site") is (null or "same-origin" or "none");
    }
}
