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

    /// <summary><c>oss://bucket/folder/</c> as bucket and key; the key is empty at the top.</summary>
    public static (string Bucket, string Key) Split(string path) =>
        path["oss://".Length..].Split('/', 2) is [var bucket, var key] ? (bucket, key) : (path["oss://".Length..], "");

    [GeneratedRegex(@"^oss://[a-z0-9][a-z0-9-]{1,61}[a-z0-9](/[^\x00-\x1F]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
