using System.IO.Compression;
using System.Text;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Looks for secrets in everything a build leaves behind.</summary>
internal static class Traces
{
    /// <param name="marker">Stands in the service's script, so that the search finds it.</param>
    public static void AssertNowhere(ConsumerProject project, string output, string marker, string[] secrets)
    {
        List<(string Where, byte[] Content)> places = [("standard output", Encoding.UTF8.GetBytes(output)), .. Contents(project)];
        string[] marked = [.. places.Where(place => Holds(place.Content, marker)).Select(place => place.Where)];
        Assert.Contains("out.binlog", marked, "the search must be able to find what is there");
        Assert.Contains(place => place.EndsWith("eas_service.json", StringComparison.Ordinal), marked);
        Assert.Contains(place => place.StartsWith("obj", StringComparison.Ordinal), places.Select(place => place.Where));
        foreach (string secret in secrets)
        {
            string[] found = [.. places.Where(place => Holds(place.Content, secret)).Select(place => place.Where)];
            Assert.IsEmpty(found, $"'{secret}' is in {string.Join(", ", found)}");
        }
    }

    // Everything below the project but the home, where the canaries were planted.
    private static IEnumerable<(string Where, byte[] Content)> Contents(ConsumerProject project)
    {
        foreach (string file in Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories))
        {
            string where = Path.GetRelativePath(project.Folder, file);
            if (where.StartsWith("home" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                continue;
            }

            using FileStream stream = File.OpenRead(file);
            if (where.EndsWith(".zip", StringComparison.Ordinal))
            {
                using ZipArchive zip = new(stream);
                foreach (ZipArchiveEntry entry in zip.Entries)
                {
                    using Stream content = entry.Open();
                    yield return (where + ":" + entry.FullName, Bytes(content));
                }
            }
            else if (where.EndsWith(".binlog", StringComparison.Ordinal))
            {
                using GZipStream plain = new(stream, CompressionMode.Decompress);
                yield return (where, Bytes(plain));
            }
            else
            {
                yield return (where, Bytes(stream));
            }
        }
    }

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static byte[] Bytes(Stream stream)
    {
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
