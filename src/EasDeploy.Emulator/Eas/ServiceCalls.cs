using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>What every call on <c>/{ClusterId}/{ServiceName}</c> needs.</summary>
internal static class ServiceCalls
{
    /// <exception cref="ApiException">Unknown name, foreign service, or another region's ClusterId.</exception>
    public static EasService Service(this ApiCall call) =>
        call.Cloud.Owned(call.Required("ClusterId"), call.Required("ServiceName"), call.Account.Uid);
}
