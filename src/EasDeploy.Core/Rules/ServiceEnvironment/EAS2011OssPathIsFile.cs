using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A mount is a folder: a file of a model is reached as a part of it.</summary>
/// <remarks>Source: R4016 (inferred).</remarks>
public sealed class EAS2011OssPathIsFile : IItemRule
{
    private static readonly string[] s_endings =
        [".safetensors", ".gguf", ".bin", ".pt", ".pth", ".ckpt", ".onnx", ".json", ".yaml", ".txt", ".zip", ".tar", ".gz", ".py"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2011", Severity.Warning, "A mount source looks like a file",
        "service '{0}': {1} '{2}' looks like a file, and a folder is mounted. Write the folder: {3}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        IEnumerable<(string, ItemValue)> sources = item.Storage.Select(storage => (Storage, new ItemValue(storage.Include, storage.Location)));
        if (item.Find(Metadata.Model) is { } model)
        {
            sources = sources.Prepend((Metadata.Model, model));
        }

        foreach ((string name, ItemValue source) in sources)
        {
            string text = source.Text.Trim();
            string path = text.TrimEnd('/');
            if (OssPath.IsFolder(text) && s_endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Descriptor.At(source.Location, item.Name.Shown(), name, text.Shown(), path[..(path.LastIndexOf('/') + 1)].Shown());
            }
        }
    }
}
