using System.Text.RegularExpressions;

namespace EasDeploy.Specs;

/// <summary>The form <c>oss://bucket/folder/</c>.</summary>
/// <remarks>Source: deployment workflow, step 2.2; bucket names: OSS rule, 3-63 characters of a-z 0-9 -.</remarks>
public static partial class OssPath
{
    /// <summary>True for <c>oss://bucket</c> and <c>oss://bucket/folder</c>, with or without the final slash.</summary>
    public static bool IsFolder(string text) => Form().IsMatch(text);

    /// <summary>The same path with its final slash.</summary>
    public static string WithSlash(string text) => text.EndsWith('/') ? text : text + "/";

    [GeneratedRegex(@"^oss://[a-z0-9][a-z0-9-]{1,61}[a-z0-9](/[^\x00-\x1F]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
