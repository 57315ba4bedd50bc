using System.Text;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>Turns any text into a service name to paste.</summary>
/// <remarks>Source: rulings K2, C01, C02: 3-63 characters of <c>a-z 0-9 _</c>.</remarks>
public static class CorrectedName
{
    public const int Shortest = 3;
    public const int Longest = 63;

    /// <returns>Lower-cased, every other character as <c>_</c>, repeated <c>_</c> once, cut to 63, filled up when fewer than 3 remain, a letter in front.</returns>
    public static string Of(string name)
    {
        StringBuilder corrected = new(Longest);
        foreach (char character in name)
        {
            if (corrected.Length == Longest)
            {
                break;
            }

            char lower = char.ToLowerInvariant(character);
            char allowed = IsAllowed(lower) ? lower : '_';
            if (allowed != '_' || corrected.Length == 0 || corrected[^1] != '_')
            {
                corrected.Append(allowed);
            }
        }

        string text = corrected.ToString().TrimStart('_');
        return text.Length == 0 ? "my_service"
            : text.Length < Shortest ? "service_" + text
            : char.IsAsciiDigit(text[0]) ? ("svc_" + text)[..Math.Min(text.Length + 4, Longest)]
            : text;
    }

    public static bool IsAllowed(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_';
}
