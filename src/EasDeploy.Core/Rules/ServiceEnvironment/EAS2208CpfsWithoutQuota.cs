using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>CPFS is mounted on Lingjun machines only, which a quota gives and no item asks for.</summary>
/// <remarks>Source: R4023; service-config.md section 6.</remarks>
public sealed class EAS2208CpfsWithoutQuota : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2208", Severity.Warning, "CPFS works with a Lingjun quota only",
        "service '{0}' mounts the CPFS server '{1}', which only machines of a Lingjun quota reach. Use NAS or OSS instead, unless the account's machines are of that kind.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (mount.Parsed is StorageSource.NasPath { IsCpfs: true } server)
            {
                yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), server.Server.Shown());
            }
        }
    }
}
