using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A model is an OSS folder; a mount is an OSS folder, a path of a NAS or CPFS server, or a dataset.</summary>
/// <remarks>Source: deployment workflow, step 2.2; R4010, R4012, R4020, R4030. A missing final slash is added, not refused (EAS2901).</remarks>
public sealed class EAS2005MountSourceForm : IItemRule
{
    private const string Dataset = "dataset:";

    private static readonly (string Kind, string Member, string Example)[] s_parts =
    [
        ("oss", "path", "oss://my-bucket/my-model/"),
        ("nfs", "server", "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com"),
        ("nfs", "path", "/models"),
        ("dataset", "id", "d-pcsah1t86bm8"),
    ];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2005", Severity.Error, "A mount source has no known form",
        "service '{0}': {1} '{2}' {3}. Write it like {4}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Model) is { } model && StorageSource.Parse(model.Text) is not StorageSource.OssFolder)
        {
            string reason = StorageSource.Parse(model.Text) is null ? Reason(model.Text.Trim(), isModel: true) : "is not an OSS folder; mount it with an EasStorage item";
            yield return Descriptor.At(model.Location, item.Name.Shown(), Metadata.Model, model.Text.Shown(), reason, Example(model.Text));
        }

        foreach (Diagnostic incomplete in item.Config is { } text ? Incomplete(item, text) : [])
        {
            yield return incomplete;
        }

        foreach (AttachedItem storage in item.Storage)
        {
            if (StorageSource.Parse(storage.Include) is null)
            {
                string reason = Reason(storage.Include.Trim(), isModel: false);
                yield return Descriptor.At(storage.Location, item.Name.Shown(), Storage, storage.Include.Shown(), reason, Example(storage.Include));
            }
        }
    }

    /// <summary>A source of a document that lacks the part that names it.</summary>
    private IEnumerable<Diagnostic> Incomplete(ServiceItem item, ConfigText text)
    {
        foreach ((string kind, string member, string example) in s_parts)
        {
            foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, $"/storage/*/{kind}"))
            {
                if (node is JsonObject source && (source[member] is null || ConfigWalk.Text(source[member]) is { } written && string.IsNullOrWhiteSpace(written)))
                {
                    SourceLocation place = source.ContainsKey(member) ? text.At($"{pointer}/{member}") : text.At(pointer);
                    yield return Descriptor.At(place, item.Name.Shown(), "the mount", pointer[1..].Replace('/', '.'), $"has no '{member}'", $"\"{member}\": \"{example}\"");
                }
            }
        }
    }

    private static string Reason(string source, bool isModel) => source switch
    {
        var path when path.StartsWith("oss://", StringComparison.Ordinal) => "has no valid bucket name (3-63 characters of a-z 0-9 -)",
        _ when isModel => "is not an OSS folder",
        var path when path.StartsWith(Dataset, StringComparison.OrdinalIgnoreCase) => "is not a dataset: its id begins with 'd-', and a version is a 'v' and a number",
        var path when IsNearNas(path) => "is not a path of a file server: the path begins with '/' and has no '..'",
        _ => "is neither an OSS folder, nor a path of a NAS or CPFS server, nor a dataset",
    };

    // server:path; oss:/ with one slash is a typing slip, not a server.
    private static bool IsNearNas(string path) => path.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && path[..colon].Contains('.', StringComparison.Ordinal);

    // The author's own words, in the right form, where that is one small step away.
    private static string Example(string source)
    {
        string text = source.Trim();
        if (text.StartsWith(Dataset, StringComparison.OrdinalIgnoreCase))
        {
            return "dataset:d-pcsah1t86bm8@v1";
        }

        if (IsNearNas(text) && !text.Contains("//", StringComparison.Ordinal))
        {
            return "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models";
        }

        int start = text.IndexOf(':', StringComparison.Ordinal);
        string rest = (start is > 0 and < 6 ? text[(start + 1)..] : text).TrimStart('/');
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string bucket = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant().Replace('_', '-');
        string corrected = OssPath.WithSlash("oss://" + bucket + (slash < 0 ? "" : rest[slash..]));
        bool isNear = text.StartsWith("oss:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("//", StringComparison.Ordinal);
        return isNear && corrected.Length <= AuthorText.Limit && OssPath.IsFolder(corrected) ? corrected : "oss://my-bucket/my-model/";
    }
}
