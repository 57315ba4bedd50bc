using System.Text.RegularExpressions;

namespace EasDeploy.Repository;

[TestClass]
public sealed partial class TextTests
{
    private static readonly string[] s_binary = [".png", ".ico", ".snk", ".nupkg", ".binlog", ".jar", ".zip"];

    // Whole domains; names reserved for examples (RFC 2606, RFC 5737) and names without a dot pass by themselves.
    private static readonly string[] s_domains =
    [
        "github.com", "nuget.org", "microsoft.com", "aliyuncs.com", "aliyun.com", "alibabacloud.com", "w3.org", "json-schema.org", "opencollective.com", "example.com",
        "example.org", "example.net", "keepachangelog.com", "semver.org", "opensource.org", "openai.com",
        // The metadata service every ECS instance finds at this address.
        "100.100.100.200",
    ];

    private static IEnumerable<string> Texts => SourceTree.Files.Where(file => !s_binary.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));

    [TestMethod]
    public void No_file_names_a_host_that_is_not_public()
    {
        Assert.IsNotEmpty(Texts);
        string[] strange = [.. Texts
            .SelectMany(file => Address().Matches(SourceTree.Read(file)).Select(match => (File: file, Host: match.Groups["host"].Value.ToLowerInvariant())))
            .Where(found => !IsPublic(found.Host))
            .Select(found => $"{found.File}: {found.Host}")];
        Assert.AreEqual("", string.Join('\n', strange));
    }

    [TestMethod]
    public void No_file_names_a_folder_of_the_machine_it_was_written_on()
    {
        // In two parts, so that this file does not name them.
        string[] folders = ["/wo" + "rk/", "/ro" + "ot/", "/tmp" + "/w/", "/Use" + "rs/"];
        string[] found = [.. Texts.Where(file => folders.Any(folder => SourceTree.Read(file).Contains(folder, StringComparison.Ordinal)))];
        Assert.AreEqual("", string.Join('\n', found));
    }

    [TestMethod]
    public void Every_text_ends_its_lines_with_a_line_feed_alone()
    {
        string[] found = [.. Texts.Where(file => SourceTree.Read(file).Contains('\r', StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join('\n', found));
    }

    [TestMethod]
    public void Every_link_of_the_documents_leads_to_a_file()
    {
        int links = 0;
        foreach (string page in SourceTree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in Link().Matches(SourceTree.Read(page)))
            {
                string target = link.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#') || target.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    continue;
                }

                string path = Path.GetFullPath(Path.Combine(SourceTree.Root, Path.GetDirectoryName(page)!, target.Split('#')[0]));
                Assert.IsTrue(File.Exists(path) || Directory.Exists(path), $"{page} links to {target}");
                links++;
            }
        }

        Assert.IsGreaterThan(50, links);
    }

    private static bool IsPublic(string host) => !host.Contains('.', StringComparison.Ordinal)
        || s_domains.Any(domain => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal))
        || Reserved().IsMatch(host);

    [GeneratedRegex(@"https?://(?:[^\s/@""'<>]*@)?(?<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\.(test|invalid|example|localhost)$|^(127|10|192\.0\.2|198\.51\.100|203\.0\.113|0\.0\.0\.0|169\.254)(\.|$)")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
