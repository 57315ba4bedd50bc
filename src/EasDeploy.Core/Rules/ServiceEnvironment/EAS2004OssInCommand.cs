using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A start command uses the local path of a mounted model; no server reads an <c>oss://</c> address.</summary>
/// <remarks>Source: deployment workflow, step 2.2; R2023.</remarks>
public sealed partial class EAS2004OssInCommand : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2004", Severity.Error, "The start command names an oss:// address",
        "service '{0}': {1} names '{2}', and a container cannot open oss:// addresses. {3}, and write '{4}' in {1}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        IEnumerable<(string, ItemValue?)> written = [(Metadata.Script, item.Find(Metadata.Script)), (Metadata.Command, item.Find(Metadata.Command))];
        foreach ((string name, ItemValue? value) in written.Concat(Arguments(item).Select(argument => (argument.Name, (ItemValue?)argument.Value))))
        {
            if (value is not null && Address().Match(value.Text) is { Success: true, Value: var address })
            {
                (string mount, string path) = MountOf(item, address);
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, address.Shown(), mount, path.Shown());
            }
        }
    }

    /// <summary>Arguments of a document's containers; items have none.</summary>
    private static IEnumerable<(string Name, ItemValue Value)> Arguments(ServiceItem item) => item.Config is not { } text
        ? []
        : from found in ConfigWalk.Find(text, "/containers/*/args/*")
          where ConfigWalk.Text(found.Node) is not null
          select ("args", new ItemValue(ConfigWalk.Text(found.Node)!, text.At(found.Pointer)));

    private static (string Advice, string Path) MountOf(ServiceItem item, string address)
    {
        foreach ((ItemValue source, string path) in Mounts(item))
        {
            string folder = OssPath.WithSlash(source.Text.Trim());
            if (OssPath.WithSlash(address).StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            {
                string rest = OssPath.WithSlash(address)[folder.Length..].TrimEnd('/');
                return ("The folder is mounted already", rest.Length == 0 ? path : path.TrimEnd('/') + "/" + rest);
            }
        }

        return item.Find(Metadata.Model) is null
            ? ($"Mount the folder with Model=\"{OssPath.WithSlash(address).Shown()}\"", ServiceEnvironmentSpec.DefaultModelMountPath)
            : ("Mount the folder with an EasStorage item", "/data");
    }

    private static IEnumerable<(ItemValue Source, string Path)> Mounts(ServiceItem item)
    {
        if (item.Find(Metadata.Model) is { } model)
        {
            yield return (model, item.Find(Metadata.ModelMountPath)?.Text.Trim() ?? ServiceEnvironmentSpec.DefaultModelMountPath);
        }

        foreach (AttachedItem storage in item.Storage)
        {
            if (storage.Find(Metadata.MountPath) is { } path)
            {
                yield return (new ItemValue(storage.Include, storage.Location), path.Text.Trim());
            }
        }
    }

    [GeneratedRegex(@"oss://[^\s""'`;|&)]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
