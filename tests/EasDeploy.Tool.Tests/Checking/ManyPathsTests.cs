using System.Globalization;
using System.Text;
using System.Text.Json;
using EasDeploy.Aliyun;
using EasDeploy.Tool.Checking;

namespace EasDeploy.Tool.Tests.Checking;

/// <summary>Ten thousand paths of one command line, every tenth of them broken in its own way.</summary>
[TestClass]
public sealed class ManyPathsTests
{
    private const int Count = 10_000;
    private const int EveryBroken = 10;

    private static readonly string s_good = EmulatedRegion.Document;

    private static readonly UTF8Encoding s_withMark = new(encoderShouldEmitUTF8Identifier: true);

    // Each writes one broken path and names the code it must get.
    private static readonly (string Code, Action<string> Write)[] s_broken =
    [
        ("EAS8016", _ => { }),
        ("EAS8016", path => Directory.CreateDirectory(path)),
        ("EAS8016", path => File.CreateSymbolicLink(path, path)),
        ("EAS8011", path => File.WriteAllText(path, "")),
        ("EAS8011", path => File.WriteAllText(path, "service: qwen_chat")),
        ("EAS8011", path => File.WriteAllText(path, s_good.Replace("\"instance\": 1", "\"name\": \"other\"", StringComparison.Ordinal))),
        ("EAS8011", path => File.WriteAllText(path, s_good, Encoding.Unicode)),
        ("EAS8011", path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes(s_good.Replace("qwen_chat", "qwén", StringComparison.Ordinal)))),
        ("EAS1001", path => File.WriteAllText(path, s_good.Replace("qwen_chat", "Qwen", StringComparison.Ordinal), s_withMark)),
        ("EAS2002", path => File.WriteAllText(path, s_good.Replace("8000,", "99999,", StringComparison.Ordinal))),
    ];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Each_gets_its_result_in_the_order_given_and_one_error_is_the_code()
    {
        using TempFolder folder = new();
        string[] paths = Write(folder);
        ToolRun run = await ToolRun.RunAsync(Ct, ["check", "--catalog-mode", "offline", "--output", "json", .. paths]);
        JsonElement[] files = [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("files").EnumerateArray()];

        Assert.AreEqual(1, run.ExitCode);
        StringAssert.StartsWith(run.Error, $"{Count} checked: ");
        CollectionAssert.AreEqual(paths, files.Select(file => file.GetProperty("path").GetString()).ToArray());
        for (int i = 0; i < Count; i++)
        {
            string[] codes = [.. files[i].GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!)];
            if (CodeOf(i) is { } expected)
            {
                CollectionAssert.Contains(codes, expected, paths[i]);
            }
            else
            {
                Assert.IsEmpty(codes, paths[i]);
            }
        }
    }

    [TestMethod]
    public async Task A_result_is_handed_over_early_and_not_kept()
    {
        using TempFolder folder = new();
        string[] paths = [.. Write(folder).Take(2_000)];
        List<int> together = [];
        List<WeakReference> seen = [];
        await new PathCheck(() => Stream.Null).RunAsync(paths, Nowhere, CatalogMode.Offline, files =>
        {
            together.Add(files.Count);
            seen.AddRange(files.Select(file => new WeakReference(file)));
        }, Ct);
        GC.Collect();

        Assert.AreEqual(paths.Length, together.Sum());
        Assert.IsLessThanOrEqualTo(256, together.Max());
        Assert.IsLessThan(paths.Length / 2, seen.Count(result => result.IsAlive));
    }

    [TestMethod]
    public async Task A_file_that_is_too_large_for_a_document_is_not_taken_in()
    {
        using TempFolder folder = new();
        string huge = folder["huge.json"];
        await using (FileStream file = File.Create(huge))
        {
            file.SetLength(3L << 30);
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        ToolRun run = await ToolRun.RunAsync(Ct, "check", huge, "--catalog-mode", "offline");

        Assert.AreEqual(1, run.ExitCode);
        StringAssert.Contains(run.Out, "error EAS8016: ");
        StringAssert.Contains(run.Out, "it has more than 16 MiB, so it is no service document.");
        Assert.IsLessThan(1L << 30, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private static CloudAccess Nowhere { get; } = new("", "", "", "", TransportChoice.Auto, false, "", "");

    private static string? CodeOf(int i) => i % EveryBroken == 0 ? s_broken[i / EveryBroken % s_broken.Length].Code : null;

    private static string[] Write(TempFolder folder)
    {
        string[] paths = [.. Enumerable.Range(0, Count).Select(i => folder[string.Create(CultureInfo.InvariantCulture, $"s{i:00000}.json")])];
        for (int i = 0; i < Count; i++)
        {
            if (CodeOf(i) is null)
            {
                File.WriteAllText(paths[i], s_good);
            }
            else
            {
                s_broken[i / EveryBroken % s_broken.Length].Write(paths[i]);
            }
        }

        return paths;
    }
}
