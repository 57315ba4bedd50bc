using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Planted;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Locks;

/// <summary>A lock, written, read and applied, changes nothing: neither the config nor what the rules say.</summary>
[TestClass]
public sealed partial class LockRoundTripTests
{
    private static readonly string[] s_ofTheHour = [.. RuleSet.Rules.OfType<IHourlyRule>().Select(rule => rule.Descriptor.Code)];

    private static IEnumerable<ServiceSpec> Specs => LockedServices.All.Select(service => service.Spec());

    [TestMethod]
    public void Lock_and_apply_gives_the_same_config_and_findings_for_services_of_every_shape()
    {
        int compared = 0;
        foreach (ServiceSpec spec in Specs)
        {
            CheckedService online = RuleSet.Check(ServiceResolver.Resolve(spec, LockedServices.Catalog, CheckPurpose.Build));
            Assert.IsNotNull(online.Valid, $"{spec.Name}: {string.Join('\n', online.Diagnostics)}");
            LockFile held = ReadBack(LockUpdate.Make([online], "cn-hangzhou", false, null));
            CheckedService locked = RuleSet.Check(ServiceResolver.Resolve(spec, held.ToCatalog().For(spec.Name), CheckPurpose.Build));

            Assert.AreEqual(ServiceConfig.From(online.Valid).Text, ServiceConfig.From(locked.Valid!).Text, spec.Name);
            Assert.AreEqual(Told(online), Told(locked), spec.Name);
            Assert.IsEmpty(LockAnswer.Gaps(held, [spec], "cn-hangzhou", false, SourceLocation.None, LockFile.UsualName), spec.Name);
            compared++;
        }

        Assert.IsGreaterThan(20, compared);
    }

    [TestMethod]
    public void Every_valid_document_of_the_planted_set_can_be_locked()
    {
        int compared = 0;
        foreach (ServiceSpec spec in ValidServiceText.Documents.Select(LockedServices.OfDocument))
        {
            CheckedService online = RuleSet.Check(ServiceResolver.Resolve(spec, LockedServices.Catalog, CheckPurpose.Build));
            LockFile held = ReadBack(LockUpdate.Make([online], "cn-hangzhou", false, null));
            if (held.Services.IsEmpty)
            {
                continue;
            }

            CheckedService locked = RuleSet.Check(ServiceResolver.Resolve(spec, held.ToCatalog().For(spec.Name), CheckPurpose.Build));
            Assert.AreEqual(ServiceConfig.From(online.Valid!).Text, ServiceConfig.From(locked.Valid!).Text, spec.Name);
            Assert.AreEqual(Told(online), Told(locked), spec.Name);
            compared++;
        }

        Assert.IsGreaterThan(30, compared);
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    [DataRow("fa-IR")]
    public void The_same_facts_give_the_same_bytes_in_every_culture_order_and_time_zone(string culture)
    {
        string usual = Encoding.UTF8.GetString(LockText.Write(Made(Specs, LockedServices.Catalog)));
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Core.Tests.Configs.ServiceConfigTests.Foreign(culture);
        try
        {
            Random random = new(7);
            Catalog shuffled = LockedServices.Catalog with
            {
                QueriedAt = LockedServices.Catalog.QueriedAt!.Value.ToOffset(TimeSpan.FromHours(8)),
                Images = [.. TestCatalog.Images.OrderBy(_ => random.Next())],
                InstanceTypes = [.. TestCatalog.InstanceTypes.OrderBy(_ => random.Next())],
                Workspaces = [.. TestCatalog.Workspaces.OrderBy(_ => random.Next())],
            };
            Assert.AreEqual(usual, Encoding.UTF8.GetString(LockText.Write(Made(Specs.OrderBy(_ => random.Next()), shuffled))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void A_service_more_changes_nothing_in_the_entries_of_the_others()
    {
        ServiceSpec[] specs = [.. Specs];
        LockFile all = Made(specs, LockedServices.Catalog);
        foreach (ServiceSpec spec in specs)
        {
            LockFile alone = Made([spec], LockedServices.Catalog);
            Assert.IsTrue(LockText.SameBut(alone.Services[spec.Name], all.Services[spec.Name]), spec.Name);
        }
    }

    [TestMethod]
    public void What_changes_by_the_hour_is_neither_in_the_file_nor_moves_it()
    {
        Catalog later = LockedServices.Catalog with
        {
            QueriedAt = LockedServices.Catalog.QueriedAt!.Value.AddHours(5),
            InstanceTypes = [.. TestCatalog.InstanceTypes.Select(type => type with { StockStatus = "ClosedWithStock" })],
            ResourceGroups = [.. TestCatalog.ResourceGroups.Select(group => group with { CpuUsed = group.CpuUsed + 1, GpuUsed = group.GpuUsed + 0.5m })],
            NamedNetwork = LockedServices.Catalog.Network with { VSwitches = [.. TestCatalog.VSwitches.Select(row => row with { AvailableIpAddressCount = row.AvailableIpAddressCount + 9 })] },
        };
        LockFile first = Made(Specs, LockedServices.Catalog);
        byte[] text = LockText.Write(first);
        Assert.AreEqual(Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(LockText.Write(Made(Specs, later, first))), "an entry that says the same keeps its time");
        foreach (string word in new[] { "IsAvailable", "StockStatus", "Used", "AvailableIpAddressCount" })
        {
            Assert.DoesNotContain(word, Encoding.UTF8.GetString(text));
        }
    }

    [TestMethod]
    public void The_file_is_sorted_has_one_fact_a_line_and_ends_with_a_line_break()
    {
        byte[] text = LockText.Write(Made([TestService.Valid.InNetwork().With("Gateway", "prod-gw").Spec()], LockedServices.Catalog));
        Testing.Golden.Check(text, "Golden/lock.json");
        string read = Encoding.UTF8.GetString(text);
        Assert.DoesNotContain('\r', read);
        Assert.IsTrue(read.EndsWith("}\n", StringComparison.Ordinal));
        CollectionAssert.AreEqual(text, LockText.Write(ReadBack(Made([TestService.Valid.InNetwork().With("Gateway", "prod-gw").Spec()], LockedServices.Catalog))));
    }

    [TestMethod]
    public void Every_list_of_rows_has_a_key_in_the_lock()
    {
        PropertyInfo[] lists = [.. new[] { typeof(Catalog), typeof(CatalogNetwork) }.SelectMany(type => type.GetProperties())
            .Where(property => RowType(property.PropertyType) is { } row && row != typeof(string))];
        Assert.IsGreaterThan(9, lists.Length);
        Catalog catalog = LockedFacts.Settled(LockedServices.Catalog);
        string written = LockedFacts.Write(catalog).ToJsonString();
        foreach (PropertyInfo list in lists.Where(list => list.Name != nameof(Catalog.ImageDetails)))
        {
            Assert.Contains($"\"{list.Name}\":{{\"", written, $"{list.Name} is written without keys: name it in LockedFacts and pick its rows in LockRows");
        }
    }

    [TestMethod]
    public void A_rule_that_reads_a_fact_of_the_hour_says_so()
    {
        string[] reading = [.. Directory.EnumerateFiles(Path.Combine(Testing.Repository.Root, "src/EasDeploy.Core/Rules"), "EAS*.cs", SearchOption.AllDirectories)
            .Where(file => HourlyFact().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)[..7]).Order()];
        Assert.IsNotEmpty(reading);
        CollectionAssert.AreEqual(reading, s_ofTheHour.Order().ToArray());
    }

    /// <summary>How new an image is only decides what is offered.</summary>
    [TestMethod]
    public void Every_label_the_product_reads_is_locked()
    {
        string[] read = [.. Directory.EnumerateFiles(Path.Combine(Testing.Repository.Root, "src/EasDeploy.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => LabelKey().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).Distinct()];
        Assert.IsGreaterThan(3, read.Length);
        Assert.AreEqual("", string.Join(' ', read.Except(LockRows.LabelsInUse).Except(["system.eas.deploy.latest"])));
    }

    internal static LockFile ReadBack(LockFile held)
    {
        (LockFile? read, Diagnostic? failure) = LockReader.Read(LockText.Write(held), "/repo/eas.lock.json");
        Assert.IsNull(failure, failure?.Message);
        return read!;
    }

    internal static LockFile Made(IEnumerable<ServiceSpec> specs, Catalog catalog, LockFile? before = null) => LockUpdate.Make(
        [.. specs.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)))], "cn-hangzhou", false, before);

    private static string Told(CheckedService service) =>
        string.Join('\n', service.Diagnostics.Where(finding => !s_ofTheHour.Contains(finding.Code)));

    [GeneratedRegex(@"\.(StockStatus|CpuUsed|MemoryUsed|GpuUsed|AvailableIpAddressCount)\b|IsAvailable: ")]
    private static partial Regex HourlyFact();

    [GeneratedRegex("\"(?<key>system\\.[A-Za-z.]+)\"")]
    private static partial Regex LabelKey();

    private static Type? RowType(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? inner.GetGenericArguments()[0] : null;
    }
}
