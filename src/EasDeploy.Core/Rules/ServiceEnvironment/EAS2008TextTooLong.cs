using System.Globalization;
using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Texts stay small, and printable: no value over 128 KB, no control character but tab and line breaks.</summary>
/// <remarks>Source: one argument of a process holds 131 071 bytes (aliyun-cli.md); a NUL byte ends a string in the container.</remarks>
public sealed class EAS2008TextTooLong : IItemRule
{
    private const int MostBytes = 128 * 1024;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2008", Severity.Error, "A text is too long or has control characters",
        "service '{0}': {1} {2}. Shorten or clean the text that begins '{3}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach ((string name, ItemValue value) in TextsOf(item))
        {
            if (Reason(value.Text) is { } reason)
            {
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, reason, value.Text.Shown());
            }
        }
    }

    private static IEnumerable<(string Name, ItemValue Value)> TextsOf(ServiceItem item)
    {
        IEnumerable<(string, ItemValue)> own = item.Metadata.Select(pair => (pair.Key.Shown(), pair.Value));
        IEnumerable<(string, ItemValue)> attached = item.Storage.Select(storage => (PropertyCatalog.Storage, storage))
            .Concat(item.Environment.Select(variable => (PropertyCatalog.EnvironmentVariable, variable)))
            .Concat(item.NlbListeners.Select(listener => (PropertyCatalog.NlbListener, listener)))
            .Concat(item.ScaleRules.Select(rule => (PropertyCatalog.ScaleRule, rule)))
            .SelectMany(pair => pair.Item2.Metadata
                .Select(metadata => ($"{metadata.Key.Shown()} of {pair.Item1} '{pair.Item2.Include.Shown()}'", metadata.Value))
                .Prepend(($"name of {pair.Item1}", new ItemValue(pair.Item2.Include, pair.Item2.Location))));
        return own.Concat(attached);
    }

    private static string? Reason(string text)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MostBytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {bytes} bytes; {MostBytes} are allowed");
        }

        int at = text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f');
        int low = text.AsSpan().IndexOfAny(LowControls);
        int first = at < 0 ? low : low < 0 ? at : Math.Min(at, low);
        return first < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"has the control character {AuthorText.Shown(new Rune(text[first]))} at position {first + 1}");
    }

    private static readonly System.Buffers.SearchValues<char> LowControls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(control => control is not ('\t' or '\n' or '\r'))]);
}
