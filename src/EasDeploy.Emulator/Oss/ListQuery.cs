using System.Globalization;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>Query values of the two listings.</summary>
internal static class ListQuery
{
    private const int Default = 100;
    private const int Most = 1000;

    /// <returns>Empty when absent.</returns>
    public static string Text(WireRequest request, string name) => request.Query.FirstOrDefault(p => p.Key == name).Value ?? "";

    /// <exception cref="OssException">400 InvalidArgument outside 1 to 1000. Source: openapi.md §8.</exception>
    public static int MaxKeys(WireRequest request)
    {
        string text = Text(request, "max-keys");
        return text.Length == 0 ? Default
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= Most ? value
            : throw new OssException(400, "InvalidArgument", $"max-keys must be 1 to {Most}.");
    }
}
