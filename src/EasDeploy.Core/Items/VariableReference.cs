using System.Text.RegularExpressions;

namespace EasDeploy.Items;

/// <summary>Stands in <c>eas_service.json</c> for a value that is only known where the service is sent: <c>${env:NAME}</c>.</summary>
public static partial class VariableReference
{
    public static string Of(string variable) => $"${{env:{variable}}}";

    /// <summary>The variable a text refers to; null when it is no reference and nothing else.</summary>
    public static string? NameIn(string text) => Form().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"^\$\{env:(?<name>[A-Za-z_][A-Za-z0-9_]*)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
