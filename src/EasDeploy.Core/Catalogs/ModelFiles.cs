using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace EasDeploy.Catalogs;

/// <summary>The objects of a model folder, asked the questions that tell what it is and how much of it is loaded.</summary>
/// <remarks>Source: service-config.md section 12; file names of the Hugging Face, Diffusers and Mistral layouts.</remarks>
public sealed partial class ModelFiles
{
    private const string ModelIndex = "model_index.json";
    private static readonly string[] s_configs = ["config.json", "params.json"];

    private readonly string _path;
    private readonly ImmutableArray<StoredFile> _files;
    private readonly ImmutableArray<StoredFile> _top;

    /// <param name="path"><c>oss://bucket/folder/</c>, or the one file below it that is served: then only it and its other parts count.</param>
    public ModelFiles(string path, ImmutableArray<StoredFile> files)
    {
        _path = path;
        _files = path.EndsWith('/') ? files : [.. files.Where(file => GroupOf(file.Path) == GroupOf(path[(path.LastIndexOf('/') + 1)..]))];
        _top = [.. _files.Where(file => !file.Path.Contains('/', StringComparison.Ordinal))];
    }

    public bool HasConfig => AnyAtTop(name => s_configs.Contains(name));

    public bool HasModelIndex => AnyAtTop(name => name == ModelIndex);

    public bool HasTokenizer => AnyAtTop(name => TokenizerName().IsMatch(name));

    public bool HasTransformerWeights => !WeightsIn(_top).IsEmpty;

    /// <summary>Weights in numbered parts, as no single-file checkpoint has them.</summary>
    public bool IsSharded => AnyAtTop(name => PartNumber().IsMatch(name));

    /// <summary>The folder is called after a speech model.</summary>
    public bool IsNamedSpeech => SpeechName().IsMatch(_path.TrimEnd('/').Split('/')[^1]);

    /// <summary>The only sub-folder with a config and weights, with its final slash; null when the top has weights itself, or there are none or several.</summary>
    public string? InnerFolder => HasConfig || HasTransformerWeights ? null : _files
        .Where(file => s_configs.Contains(file.Path[(file.Path.LastIndexOf('/') + 1)..]))
        .Select(file => file.Path[..(file.Path.LastIndexOf('/') + 1)])
        .Where(folder => !WeightsIn(In(folder)).IsEmpty)
        .Distinct(StringComparer.Ordinal)
        .Take(2)
        .ToArray() is [var only] ? only : null;

    /// <summary>Any object whose name without folders answers the question.</summary>
    public bool Any(Func<string, bool> isIt) => _files.Any(file => isIt(file.Path[(file.Path.LastIndexOf('/') + 1)..]));

    /// <summary>The same, not in sub-folders.</summary>
    public bool AnyAtTop(Func<string, bool> isIt) => _top.Any(file => isIt(file.Path));

    /// <returns>Bytes that are loaded to serve; null when there are no weights, or a size is not told.</returns>
    public long? WeightsBytes(ModelKind kind) => kind switch
    {
        ModelKind.HuggingFace => Sum(WeightsIn(_top)),
        ModelKind.Diffusion => Sum(HasModelIndex
            ? _files.Select(file => file.Path[..(file.Path.LastIndexOf('/') + 1)]).Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal)
                .SelectMany(folder => WithoutVariants(WeightsIn(In(folder))))
            : WeightsIn(_top)),
        ModelKind.Gguf => Smallest(_top.Where(file => file.Path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)
            && !file.Path.StartsWith("mmproj", StringComparison.OrdinalIgnoreCase))),
        ModelKind.Checkpoint => Smallest(_top.Where(file => file.Path.EndsWith(".ckpt", StringComparison.OrdinalIgnoreCase)
            || file.Path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))),
        _ => null,
    };

    private IEnumerable<StoredFile> In(string folder) => _files
        .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.IndexOf('/', folder.Length) < 0)
        .Select(file => file with { Path = file.Path[folder.Length..] });

    /// <summary>One format only: safetensors before bin before pth. Beside <c>model…</c> files other safetensors are a second copy (Mistral's consolidated) or an adapter.</summary>
    private static ImmutableArray<StoredFile> WeightsIn(IEnumerable<StoredFile> files)
    {
        StoredFile[] all = [.. files];
        foreach (Regex format in (Regex[])[ModelSafetensors(), AnySafetensors(), Bin(), ConsolidatedPth()])
        {
            StoredFile[] ofFormat = [.. all.Where(file => format.IsMatch(file.Path))];
            if (ofFormat.Length > 0)
            {
                return [.. ofFormat];
            }
        }

        return [];
    }

    // A component stands there once in full and once for each variant (.fp16): one is loaded.
    private static IEnumerable<StoredFile> WithoutVariants(ImmutableArray<StoredFile> weights) =>
        weights.GroupBy(file => Variant().Replace(file.Path, ".")).Select(copies => copies.MinBy(file => file.Path.Length)!);

    /// <summary>Several quantisations may lie side by side; without a name the smallest is what must fit.</summary>
    private static long? Smallest(IEnumerable<StoredFile> files)
    {
        long?[] groups = [.. files.GroupBy(file => GroupOf(file.Path)).Select(group => Sum(group))];
        return groups.Length == 0 || groups.Contains(null) ? null : groups.Min();
    }

    private static long? Sum(IEnumerable<StoredFile> files)
    {
        StoredFile[] all = [.. files];
        return all.Length == 0 || all.Any(file => file.Size is null) ? null : all.Sum(file => file.Size!.Value);
    }

    // model-00001-of-00003.gguf and its other parts are one file.
    private static string GroupOf(string path) => PartNumber().Replace(path, "");

    [GeneratedRegex(@"^model.*\.safetensors$|^diffusion_pytorch_model.*\.safetensors$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ModelSafetensors();

    [GeneratedRegex(@"^(?!adapter_|optimizer).*\.safetensors$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnySafetensors();

    [GeneratedRegex(@"^(pytorch_model|model|diffusion_pytorch_model).*\.bin$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bin();

    [GeneratedRegex(@"^consolidated.*\.pth$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ConsolidatedPth();

    [GeneratedRegex(@"-[0-9]{5}-of-[0-9]{5}(?=\.[a-z]+$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PartNumber();

    [GeneratedRegex(@"\.(fp16|bf16|non_ema)(?=-|\.)[-.]?", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();

    [GeneratedRegex(@"^(tokenizer\.json|tokenizer\.model.*|tokenizer_config\.json|vocab\.(json|txt)|merges\.txt|tekken\.json|spiece\.model|sentencepiece.*\.model|.*\.tiktoken|tokenization_.*\.py)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TokenizerName();

    [GeneratedRegex(@"cosyvoice|(^|[-_.])tts([-_.0-9]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpeechName();
}
