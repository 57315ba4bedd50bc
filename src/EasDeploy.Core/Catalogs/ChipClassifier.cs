using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EasDeploy.Catalogs;

/// <summary>Derives the one chip of an instance type and the chips an image was built for.</summary>
/// <remarks>Source: service-config.md section 12, rulings C29, K23, K24: accelerator family first, then the GPU fields.</remarks>
public static partial class ChipClassifier
{
    // A list of two thousand rows is looked through for every service: each row is classified once.
    private static readonly ConditionalWeakTable<InstanceType, StrongBox<Chip>> s_known = new();

    public static Chip Of(InstanceType type) => s_known.GetValue(type, row => new StrongBox<Chip>(Classify(row))).Value;

    private static Chip Classify(InstanceType type)
    {
        string family = FamilyOf(type.Name);
        return (family, type) switch
        {
            _ when PpuFamily().IsMatch(family) || type.Gpu.Contains("PPU", StringComparison.OrdinalIgnoreCase) => Chip.PPU,
            _ when XpuFamily().IsMatch(family) || type.Gpu.Contains("XPU", StringComparison.OrdinalIgnoreCase) => Chip.XPU,
            _ when type.GpuAmount > 0 || GpuFamily().IsMatch(family) => Chip.GPU,
            _ => Chip.CPU,
        };
    }

    /// <summary>All <c>system.chipType</c> values, case folded; unknown words are dropped here and reported by a rule.</summary>
    public static IEnumerable<Chip> Of(IEnumerable<ImageLabel> labels) => labels
        .Where(label => label.Key == "system.chipType")
        .Select(label => Parse(label.Value))
        .OfType<Chip>()
        .Distinct();

    /// <summary>One chip word, any case; a number or a list is none.</summary>
    public static Chip? Parse(string text) =>
        text.Trim() is var word && word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out Chip chip) ? chip : null;

    // ecs.gn7i-c16g1.4xlarge -> gn7i-c16g1; ml.gp7vf.16.40xlarge -> gp7vf
    private static string FamilyOf(string name)
    {
        string[] parts = name.Split('.');
        return parts.Length > 1 ? parts[1] : name;
    }

    [GeneratedRegex("^(ebmppu|gp[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PpuFamily();

    [GeneratedRegex("^egs", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XpuFamily();

    [GeneratedRegex("^(gn|vgn|sgn|ebmgn|gu)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GpuFamily();
}
