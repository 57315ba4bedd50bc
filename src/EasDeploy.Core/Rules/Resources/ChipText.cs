using EasDeploy.Catalogs;

namespace EasDeploy.Rules.Resources;

/// <summary>Chips as words of a sentence.</summary>
internal static class ChipText
{
    /// <returns><c>a GPU</c>, <c>an XPU</c>, <c>a CPU or GPU</c>.</returns>
    public static string WithArticle(string chips) => (chips.StartsWith('X') ? "an " : "a ") + chips;

    public static string WithArticle(Chip chip) => WithArticle(chip.ToString());
}
