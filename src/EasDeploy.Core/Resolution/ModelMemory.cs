using System.Globalization;
using System.Text.RegularExpressions;
using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

/// <summary>Memory that a language model takes on the GPUs of one instance: weights, the cache of one sequence of the greatest length, and room to work.</summary>
/// <param name="Weights">Bytes of the weights as they are loaded, over all cards.</param>
/// <param name="Cache">Bytes of keys and values for one sequence of <paramref name="Tokens"/>; 0 = not known.</param>
/// <param name="Tokens">Greatest length of a sequence; 0 = not known.</param>
/// <param name="Share">Part of each card that the server takes: 0 to 1.</param>
/// <param name="Degree">Cards it is spread over, as the start command says.</param>
/// <param name="Heads">Attention heads; a spread must divide them. 0 = not known.</param>
/// <remarks>
/// Source: keys and values = 2 x layers x heads x head size x bytes of an element, for each token; vLLM refuses to start when one sequence of the greatest length
/// does not fit. <see cref="WorkingMemory"/> and the default share (vLLM's 0.9) are assumed for both servers; nothing of it was measured.
/// GB = 1024³ bytes everywhere, also for the memory of a card, which errs on the side of silence.
/// </remarks>
public sealed partial record ModelMemory(long Weights, long Cache, int Tokens, double Share, ParallelDegree Degree, int Heads)
{
    /// <summary>Bytes on each card beside weights and cache: the runtime, activations, compiled graphs.</summary>
    public const long WorkingMemory = GB;

    private const long GB = 1L << 30;
    private const double DefaultShare = 0.9;

    /// <summary>Cards that one copy of the model is spread over.</summary>
    public int Cards => (int)Math.Min((long)Degree.Tensor * Degree.Pipeline, int.MaxValue);

    /// <summary>Everything, in bytes.</summary>
    public long Total => Weights + Cache + (Cards * WorkingMemory);

    /// <returns>Null when it cannot be reckoned: another server, another kind of model, sizes that are not told, or weights that are kept off the cards.</returns>
    public static ModelMemory? Of(ModelFolder? folder, StartCommand command, ImageFamily family)
    {
        if (!ImageFamilies.SpeaksOpenAI(family) || Offload().IsMatch(command.Text)
            || folder is not { Kind: ModelKind.HuggingFace, WeightsBytes: { } bytes, IsCut: false })
        {
            return null;
        }

        ParallelDegree degree = ParallelDegree.Of(command);
        ModelConfig? config = folder.Config;
        int tokens = Length(command.Text) ?? config?.MaxLength ?? 0;
        long weights = Loaded(bytes, config, command.Text);
        long cache = CacheBytes(config, tokens, degree, command.Text);
        return new ModelMemory(weights, cache, tokens, ShareOf(command.Text), degree, config?.Heads ?? 0);
    }

    /// <summary>Everything has room on an instance of this type, spread as the command says.</summary>
    /// <returns>True also when the type's memory is not stated.</returns>
    public bool FitsOn(InstanceType type) => type.GpuMemory <= 0 || (Cards <= type.GpuAmount && Total <= Offered(type));

    /// <summary>The same, where the command may be changed to use every card of the type.</summary>
    public bool FitsSpreadOn(InstanceType type) => SpreadOver(type) is { } spread && spread.FitsOn(type);

    /// <summary>The weights alone have room on the cards, with nothing kept back.</summary>
    public bool WeightsFitOn(InstanceType type) => type.GpuMemory <= 0 || Weights <= Cards * type.GpuMemory * GB;

    /// <summary>Bytes the server may take of the cards it uses.</summary>
    public double Offered(InstanceType type) => Cards * type.GpuMemory * GB * Share;

    /// <summary>Greatest length that has room, in whole thousands of 1024; null when even 1024 tokens have none, or the cache is not known.</summary>
    public int? LengthThatFits(InstanceType type)
    {
        double free = Offered(type) - Weights - (Cards * WorkingMemory);
        if (Cache == 0 || Tokens == 0 || free <= 0)
        {
            return null;
        }

        int thousands = (int)(free / Cache * Tokens / 1024);
        return thousands >= 1 ? thousands * 1024 : null;
    }

    /// <summary>The smallest available type that holds the model, with the spread it needs.</summary>
    /// <param name="chips">Chips of the image; empty = GPU.</param>
    public (InstanceType Type, ModelMemory Memory)? Smallest(IEnumerable<InstanceType> types, IReadOnlyCollection<Chip> chips)
    {
        IReadOnlyCollection<Chip> wanted = chips.Count == 0 ? [Chip.GPU] : chips;
        return InstanceRanking.SmallestFirst(types.Where(type => type is { IsAvailable: true, GpuMemory: > 0 } && wanted.Contains(ChipClassifier.Of(type))))
            .Select(type => (Type: type, Memory: FitsOn(type) ? this : SpreadOver(type) is { } spread && spread.FitsOn(type) ? spread : null))
            .Where(one => one.Memory is not null)
            .Select(one => ((InstanceType, ModelMemory)?)(one.Type, one.Memory!))
            .FirstOrDefault();
    }

    /// <summary>The sum, for people: <c>weights 13.5 GB + cache 2.0 GB (4096 tokens) + working memory 1 x 1.0 GB</c>.</summary>
    public string SumText => string.Create(CultureInfo.InvariantCulture,
        $"weights {Text(Weights)} + {(Cache == 0 ? "" : $"cache {Text(Cache)} ({Tokens} tokens) + ")}working memory {Cards} x {Text(WorkingMemory)}");

    /// <summary>What a type offers, for people: <c>1 x 24 GB x 0.9</c>.</summary>
    public string OfferText(InstanceType type) => string.Create(CultureInfo.InvariantCulture, $"{Cards} x {type.GpuMemory} GB x {Share}");

    /// <summary>Bytes for people, with one decimal.</summary>
    public static string Text(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / GB:0.0} GB");

    /// <summary>A number of GB without a decimal it does not need.</summary>
    public static string Plain(double amount) => amount.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Spread over every card of a type, side by side; null when the heads cannot be shared out so.</summary>
    private ModelMemory? SpreadOver(InstanceType type) => type.GpuAmount > 1 && (Heads == 0 || Heads % type.GpuAmount == 0)
        ? this with { Degree = new ParallelDegree(type.GpuAmount, 1, 1) }
        : null;

    // Both servers load 32-bit weights with 16 bits, unless told otherwise, and can shrink 16-bit weights while they load.
    private static long Loaded(long bytes, ModelConfig? config, string command)
    {
        if (config is not { Quantization: "" })
        {
            return bytes;
        }

        double of16Bits = config.ElementType == "float32" && !FullPrecision().IsMatch(command) ? bytes / 2.0 : bytes;
        double kept = Quantization().Match(command).Groups["way"].Value.ToLowerInvariant() switch
        {
            "fp8" or "w8a8_fp8" or "w8a8_int8" => 0.5,
            "bitsandbytes" or "int4wo-128" => 0.3,
            _ => 1,
        };
        return (long)(of16Bits * kept);
    }

    private static long CacheBytes(ModelConfig? config, int tokens, ParallelDegree degree, string command)
    {
        if (config is null)
        {
            return 0;
        }

        int element = SmallCache().IsMatch(command) ? 1 : 2;
        // A head that keeps keys is never split: with more cards than heads each card keeps its own copy. So it is with the latent of MLA.
        double ofLayer = config.LatentSize > 0
            ? (double)config.LatentSize * degree.Tensor * element
            : 2.0 * Math.Max(config.KeyValueHeads, degree.Tensor) * config.HeadSize * element;
        int window = config.SlidingWindow > 0 ? Math.Min(config.SlidingWindow, tokens) : tokens;
        double bytes = ofLayer * (((double)config.Layers * tokens) + ((double)config.SlidingLayers * window));
        return bytes < long.MaxValue / 4.0 ? (long)bytes : 0;
    }

    /// <summary>vLLM's <c>--max-model-len</c> also takes 32k (thousands) and 32K (of 1024); <c>auto</c> and -1 shorten it to what fits.</summary>
    private static int? Length(string command)
    {
        if (LengthFlag().Match(command) is not { Success: true } match)
        {
            return null;
        }

        double unit = match.Groups["unit"].Value switch { "k" => 1000, "K" => 1024, "m" => 1e6, "M" => 1024 * 1024, _ => 1 };
        return double.TryParse(match.Groups["n"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number * unit < int.MaxValue
            ? (int)(number * unit)
            : 0;
    }

    private static double ShareOf(string command) =>
        double.TryParse(ShareFlag().Match(command).Groups["n"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 1
            ? share
            : DefaultShare;

    [GeneratedRegex(
        @"(?<!\S)(?:--max-model-len|--context-length)(?:=|\s+)(?:(?<n>[0-9]{1,9}(?:\.[0-9]{1,3})?)(?<unit>[kKmM]?)|auto|-1)(?=$|[\s""';])",
        RegexOptions.CultureInvariant)]
    private static partial Regex LengthFlag();

    [GeneratedRegex(@"(?<!\S)(?:--gpu-memory-utilization|--mem-fraction-static)(?:=|\s+)(?<n>[0-9]{0,2}\.?[0-9]{1,6})(?=$|[\s""';])", RegexOptions.CultureInvariant)]
    private static partial Regex ShareFlag();

    [GeneratedRegex(@"(?<!\S)(?:--quantization|-q|--torchao-config)(?:=|\s+)(?<way>[\w-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Quantization();

    [GeneratedRegex(@"(?<!\S)--dtype(?:=|\s+)float(?:32)?(?=$|[\s""';])", RegexOptions.CultureInvariant)]
    private static partial Regex FullPrecision();

    [GeneratedRegex(@"(?<!\S)--kv-cache-dtype(?:=|\s+)(?:fp8|int8)", RegexOptions.CultureInvariant)]
    private static partial Regex SmallCache();

    [GeneratedRegex(@"(?<!\S)--cpu-offload-gb(?:=|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Offload();
}
