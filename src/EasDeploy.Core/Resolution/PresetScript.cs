using System.Globalization;
using System.Text.RegularExpressions;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Fits an image's own start command to the service's port and model path.</summary>
/// <remarks>Source: design ruling K15: rewritten where its form is known, else the author must write Script.</remarks>
public static partial class PresetScript
{
    /// <param name="presetPort">Port the image states; null = not stated.</param>
    /// <param name="port">Port of the service.</param>
    /// <param name="modelPath">Mount path of the model; null = nothing is mounted, the path is left alone.</param>
    /// <returns>The fitted script; null when it needs another port and names none in a known form.</returns>
    public static string? Fit(string script, int? presetPort, int port, string? modelPath)
    {
        string wanted = port.ToString(CultureInfo.InvariantCulture);
        bool namesPort = PortOption().IsMatch(script);
        if (!namesPort && presetPort is { } preset && preset != port)
        {
            return null;
        }

        string fitted = PortOption().Replace(script, match => match.Groups["option"].Value + wanted);
        return modelPath is null || modelPath == ServiceEnvironmentSpec.DefaultModelMountPath
            ? fitted
            : ModelPath().Replace(fitted, _ => modelPath);
    }

    /// <summary>Every port named by <c>--port N</c>, <c>--port=N</c> or <c>-p N</c>, in order; numbers too large to be one are left out.</summary>
    public static IReadOnlyList<int> PortsOf(string script) =>
    [
        .. PortOption().Matches(script)
            .Select(match => int.TryParse(match.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) ? port : -1)
            .Where(port => port >= 0),
    ];

    [GeneratedRegex(@"(?<option>(?<!\S)(?:--port[= ]\s*|-p\s+))(?<port>[0-9]+)(?![0-9.:])", RegexOptions.CultureInvariant)]
    private static partial Regex PortOption();

    [GeneratedRegex(@"(?<![\w/.-])/model_dir(?=$|[\s/""';])", RegexOptions.CultureInvariant)]
    private static partial Regex ModelPath();
}
