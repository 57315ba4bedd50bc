using System.Diagnostics;
using System.Globalization;
using System.Text;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

// In-process check of many services against a large catalog: items in, findings and configs out.
const int Images = 10_000;
const int Types = 2_000;
const int Rounds = 5;
int at = Array.IndexOf(args, "--results");
string results = at >= 0 && at + 1 < args.Length ? args[at + 1] : "bench/results/check.md";
Catalog catalog = Synthetic();
_ = Check(Services(50), catalog);

StringBuilder page = new();
page.Append(CultureInfo.InvariantCulture, $"# In-process check\n\n{Images} images, {Types} instance types; medians of {Rounds} rounds after a warm-up; {Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n");
page.Append("| services | ms | ms per service | allocated MB | peak working set MB |\n|---|---|---|---|---|\n");
foreach (int count in new[] { 1, 1_000, 10_000 })
{
    ServiceItem[] items = Services(count);
    List<double> times = [];
    long allocated = 0;
    for (int round = 0; round < Rounds; round++)
    {
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        List<ServiceConfig> configs = Check(items, catalog);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (configs.Count < count)
        {
            throw new InvalidOperationException($"{count - configs.Count} services have errors");
        }
    }

    times.Sort();
    double median = times[Rounds / 2];
    using Process self = Process.GetCurrentProcess();
    page.Append(CultureInfo.InvariantCulture, $"| {count} | {median:F1} | {median / count:F3} | {allocated / 1e6:F1} | {self.PeakWorkingSet64 / 1e6:F0} |\n");
}

page.Append("\nGoal: 1,000 services in at most 1 s and 200 MB, linear.\n");
Console.Write(page);
File.WriteAllText(results, page.ToString());

static List<ServiceConfig> Check(ServiceItem[] items, Catalog catalog)
{
    _ = RuleSet.CheckProject(items);
    List<ServiceConfig> configs = new(items.Length);
    foreach (ServiceItem item in items)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(ServiceSpec.From(item, DeploymentPolicy.Default), catalog, CheckPurpose.Build));
        if (judged.Valid is { } valid)
        {
            configs.Add(ServiceConfig.From(valid));
        }
    }

    return configs;
}

static ServiceItem[] Services(int count) => [.. Enumerable.Range(0, count).Select(n =>
{
    SourceLocation place = new("App.csproj", n + 1, 5);
    string family = Family(n % 50);
    List<(string Name, string Value)> metadata =
    [
        ("Image", (n % 3) switch { 0 => family, 1 => $"{family}:0.{n % 200}.0-gpu", _ => $"r/pai-eas/{family}:0.{n % 200}.0-gpu" }),
        ("Model", "oss://yqtest-model/Qwen3.5-0.8B/"),
        ("Script", "serve --port 8000"),
        n % 5 == 0 ? ("MinGpuMemory", "20") : ("InstanceType", Type(n % 1000)),
    ];
    return ServiceItem.Create($"service_{n}", place, metadata.Select(one => KeyValuePair.Create(one.Name, new ItemValue(one.Value, place))));
})];

static Catalog Synthetic() => new(
    "cn-hangzhou",
    new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
    null,
    [new Workspace("1", "only", "ENABLED", IsDefault: true)],
    [.. Enumerable.Range(0, Images).Select(n => new CatalogImage(
        FormattableString.Invariant($"image-{n}"),
        FormattableString.Invariant($"{Family(n / 200)}:0.{n % 200}.0-gpu"),
        FormattableString.Invariant($"r/pai-eas/{Family(n / 200)}:0.{n % 200}.0-gpu"),
        [new("system.chipType", "GPU"), new("system.eas.default.port", "8000"), new("system.official", "true")]))],
    [],
    [.. Enumerable.Range(0, Types).Select(n => new InstanceType(
        Type(n), 4 + (n % 64), 16 + (n % 512), n < Types / 2 ? "A10" : "", n < Types / 2 ? 1 : 0, n < Types / 2 ? 24 : 0, IsAvailable: true, "WithStock"))],
    null);

static string Family(int n) => FormattableString.Invariant($"family{n}");

static string Type(int n) => FormattableString.Invariant($"ecs.{(n < Types / 2 ? "gn7i" : "c7")}-c{n}g1.{n}xlarge");
