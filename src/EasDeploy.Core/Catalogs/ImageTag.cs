using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace EasDeploy.Catalogs;

/// <summary>An image tag taken apart, so that versions can be compared: NuGet.Versioning reads <c>0.13.0rc2</c> not at all and <c>0.14.0-gpu</c> as a pre-release.</summary>
/// <param name="Text">The tag as written; every comparison ends with it, so the order is total.</param>
/// <param name="Version">Core version and pre-release; null when the tag names none (<c>latest</c>, <c>py39-ubuntu2004</c>).</param>
/// <param name="Build">Commit and date stamps between version and variant, joined with <c>.</c>; empty = none.</param>
/// <param name="Chip">Chip named by the tag; null = none.</param>
/// <param name="Variant">What is left, in order: <c>modelgallery</c>, <c>py3</c>, <c>api</c>.</param>
/// <remarks>Source: design section 6 "image tags"; spellings: the tags of the official list (catalog.md).</remarks>
public sealed partial record ImageTag(string Text, NuGetVersion? Version, string Build, Chip? Chip, ImmutableArray<string> Variant) : IComparable<ImageTag>
{
    private const int LongestTag = 128;

    /// <summary>Never fails: a tag without a version keeps its words as variant.</summary>
    /// <param name="text">Text after the colon; null or empty = no tag.</param>
    public static ImageTag Parse(string? text)
    {
        string tag = text ?? "";
        Match match = tag.Length <= LongestTag ? Form().Match(tag) : Match.Empty;
        NuGetVersion? version = match.Success ? VersionOf(match) : null;
        string rest = version is null ? tag : tag[match.Length..];
        List<string> build = [];
        List<string> variant = [];
        Chip? chip = null;
        foreach (string word in rest.Split(['-', '.', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (chip is null && ChipClassifier.Parse(word) is { } named)
            {
                chip = named;
            }
            else if (version is not null && variant.Count == 0 && Stamp().IsMatch(word))
            {
                build.Add(word);
            }
            else
            {
                variant.Add(word);
            }
        }

        return new ImageTag(tag, version, string.Join('.', build), chip, [.. variant]);
    }

    /// <summary>A version range with its versions as NuGet spells them: <c>[0.13.0rc2,)</c> becomes <c>[0.13.0-rc.2,)</c>, and <c>0.11.*</c> <c>[0.11,0.12)</c>.</summary>
    /// <param name="range">What is no version in it stays as it is.</param>
    public static string RangeOf(string range)
    {
        if (Floating().Match(range) is { Success: true } floating)
        {
            string core = floating.Groups["core"].Value;
            long last = long.Parse(floating.Groups["last"].Value, CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"[{core}{last},{core}{last + 1})");
        }

        return Word().Replace(range, word => Parse(word.Value) is { Version: { } version, Variant.IsEmpty: true, Chip: null, Build: "" } ? version.ToString() : word.Value);
    }

    /// <summary>The version as the tag spells it (<c>0.13.0rc2</c>); the whole tag when it names none.</summary>
    public string VersionText => Version is null ? Text : Form().Match(Text).Value;

    /// <summary>Core version, pre-release, build stamp, then the text: newest last. A tag without a version comes before every version.</summary>
    public int CompareTo(ImageTag? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Comparer<NuGetVersion>.Default.Compare(Version, other.Version);
        order = order != 0 ? order : string.CompareOrdinal(Build, other.Build);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    public bool Equals(ImageTag? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator <(ImageTag left, ImageTag right) => left.CompareTo(right) < 0;

    public static bool operator >(ImageTag left, ImageTag right) => left.CompareTo(right) > 0;

    public static bool operator <=(ImageTag left, ImageTag right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ImageTag left, ImageTag right) => left.CompareTo(right) >= 0;

    // 25.03 is the number 25.3; rc2 becomes rc.2 so that rc10 is newer than rc9.
    private static NuGetVersion? VersionOf(Match match)
    {
        string core = string.Join('.', match.Groups["core"].Value.Split('.').Select(Number));
        string pre = match.Groups["pre"].Value.ToLowerInvariant();
        if (pre.Length > 0)
        {
            string number = match.Groups["number"].Value;
            core += "-" + (number.Length > 0 ? $"{pre}.{Number(number)}" : pre);
        }

        return NuGetVersion.TryParse(core, out NuGetVersion? version) ? version : null;
    }

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Versions are written in lower case.")]
    private static string Number(string digits) =>
        digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed.ToString(CultureInfo.InvariantCulture) : "0";

    // 0.11.* is every 0.11, as in a PackageReference.
    [GeneratedRegex(@"^(?<core>(?:[0-9]{1,9}\.){0,2})(?<last>[0-9]{1,9})\.\*$", RegexOptions.CultureInvariant)]
    private static partial Regex Floating();

    [GeneratedRegex(@"[^\[\](),\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // v0.9.1, b6500, 25.03, 0.13.0rc2, 1.0.0-beta.3; a version ends at a separator or at the end.
    [GeneratedRegex(@"^(?:v|b)?(?<core>[0-9]{1,9}(?:\.[0-9]{1,9}){0,3})(?:[-._]?(?<pre>rc|alpha|beta|preview|dev|pre)[-._]?(?<number>[0-9]{0,9}))?(?=$|[-._+])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    // A date (20250903, 20260305pai), a commit (a8ec486: hexadecimal with a digit), or a stamped build (acclep1).
    [GeneratedRegex(@"^(?:20[0-9]{6}[a-z]*|(?=[a-f]*[0-9])[0-9a-f]{7,40})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();
}
