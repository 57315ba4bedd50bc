using System.Text;

namespace EasDeploy.Aliyun;

/// <summary>The <c>User-Agent</c> of every call.</summary>
/// <remarks>Source: deployment workflow, checklist S0.7.</remarks>
public static class UserAgent
{
    /// <param name="version">Version of this product.</param>
    /// <param name="runId">32 hexadecimal digits, one per run.</param>
    public static string For(string version, string runId) => $"AlibabaCloud-Agent-Skills EasDeploy.Build/{version}/{runId}";

    /// <summary>A new run id.</summary>
    public static string NewRunId() => Guid.NewGuid().ToString("N");

    /// <summary>The text as a header may carry it: anything but printable ASCII becomes <c>?</c>.</summary>
    internal static string AsHeader(string text)
    {
        StringBuilder header = new(text.Length);
        foreach (char letter in text)
        {
            header.Append(letter is >= ' ' and <= '~' ? letter : '?');
        }

        return header.ToString().Trim();
    }
}
