using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>RegionId of an RPC call: this emulator is one region.</summary>
internal static class RegionCheck
{
    /// <exception cref="ApiException">404 InvalidRegionId.NotFound (assumed).</exception>
    public static void Check(ApiCall call)
    {
        if (call.Text("RegionId") is string region && region != call.Cloud.Region)
        {
            throw new ApiException(404, "InvalidRegionId.NotFound", $"The specified RegionId {region} does not exist: this emulator is {call.Cloud.Region}.");
        }

        if (call.Flag("DryRun") == true)
        {
            throw new ApiException(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
        }
    }
}
