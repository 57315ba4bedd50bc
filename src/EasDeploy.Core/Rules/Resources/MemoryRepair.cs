using System.Globalization;
using EasDeploy.Catalogs;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>What to paste where a model does not fit.</summary>
internal static class MemoryRepair
{
    /// <returns>The smallest type that holds the model with the spread it needs, and the length that has room on the present one; without a full stop.</returns>
    public static string Of(ResolvedService service, ModelMemory memory, InstanceType present)
    {
        string option = service.Family == ImageFamily.SGLang ? "--context-length" : "--max-model-len";
        string? shorter = memory.LengthThatFits(present) is { } length ? string.Create(CultureInfo.InvariantCulture, $"write {option} {length}") : null;
        string? larger = memory.Smallest(service.Catalog.InstanceTypes, service.Image.Value?.Chips ?? []) is var (type, spread)
            ? string.Create(CultureInfo.InvariantCulture, $"set InstanceType to {type.Name} ({spread.Cards} x {type.GpuMemory} GB)")
                + (spread.Cards == memory.Cards ? "" : string.Create(CultureInfo.InvariantCulture, $" and write --tensor-parallel-size {spread.Cards}"))
            : null;
        string text = (larger, shorter) switch
        {
            (null, null) => "no available type holds it: take quantised weights",
            (null, _) => shorter!,
            (_, null) => larger,
            _ => $"{larger}, or {shorter}",
        };
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
