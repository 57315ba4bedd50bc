using System.Collections.Immutable;

namespace EasDeploy.Tool;

/// <summary>The pages of docs/diagnostics, carried inside this assembly.</summary>
internal static class DiagnosticPages
{
    /// <summary>Name of the list of all pages.</summary>
    public const string Index = "README";

    private const string Extension = ".md";

    private static readonly System.Reflection.Assembly s_assembly = typeof(DiagnosticPages).Assembly;

    public static ImmutableArray<string> Codes { get; } =
    [
        .. s_assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Select(name => name[..^Extension.Length])
            .Where(name => name.StartsWith("EAS", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <param name="name">One of <see cref="Codes"/>, or <see cref="Index"/>.</param>
    /// <returns>Markdown.</returns>
    public static string Read(string name)
    {
        using Stream page = s_assembly.GetManifestResourceStream(name + Extension)!;
        using StreamReader reader = new(page);
        return reader.ReadToEnd();
    }
}
