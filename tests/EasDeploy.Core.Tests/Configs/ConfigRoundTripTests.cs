using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Core.Tests.Configs;

/// <summary>What holds for every service, tried on many.</summary>
[TestClass]
public sealed class ConfigRoundTripTests
{
    private const int Seed = 20261123;

    private static ImmutableArray<ServiceItem> Services { get; } = [.. GeneratedServices.Draw(Seed, 2_000)];

    [TestMethod]
    public void Two_thousand_services_are_read_and_written_again_byte_for_byte()
    {
        HashSet<string> written = [];
        foreach (ServiceItem service in Services)
        {
            string first = Write(service);
            written.Add(first);
            Assert.AreEqual(first, Write(Read(first)), service.Name);
        }

        Assert.HasCount(Services.Length, written);
    }

    [TestMethod]
    public void Every_health_check_comes_back_as_one_and_nothing_of_it_stays_in_the_document()
    {
        ServiceItem[] checkedServices = [.. Services.Where(service => ServiceSpec.From(service, DeploymentPolicy.Default).Features.HealthCheck is not null)];
        Assert.IsGreaterThan(300, checkedServices.Length);
        foreach (ServiceItem service in checkedServices)
        {
            HealthCheckSpec wanted = ServiceSpec.From(service, DeploymentPolicy.Default).Features.HealthCheck!;
            ServiceItem back = Read(Write(service));
            HealthCheckSpec read = ServiceSpec.From(back, DeploymentPolicy.Default).Features.HealthCheck!;
            string? path = wanted.Kind.Value == HealthCheckKind.Http ? wanted.Path : null;
            Assert.AreEqual(
                (wanted.Kind.Value, path, wanted.InitialDelay, wanted.Interval, wanted.Timeout, wanted.FailureThreshold),
                (read.Kind.Value, back.Find("HealthCheckPath")?.Text, read.InitialDelay, read.Interval, read.Timeout, read.FailureThreshold));
            Assert.IsFalse(back.ConfigRest?.ToJsonString().Contains("startup_check", StringComparison.Ordinal) ?? false);
        }
    }

    [TestMethod]
    public void Most_generated_services_are_right()
    {
        List<string> errors = [.. Services.SelectMany(service => Rules.RuleSet.Check(Resolve(service)).Diagnostics)
            .Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal)];
        int right = Services.Count(service => Rules.RuleSet.Check(Resolve(service)).Valid is not null);
        Assert.IsGreaterThan(Services.Length / 2, right, string.Join(' ', errors));
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    public void A_generated_service_is_the_same_bytes_in_every_culture(string culture)
    {
        ServiceItem[] services = [.. Services.Take(500)];
        string[] expected = [.. services.Select(Write)];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = ServiceConfigTests.Foreign(culture);
            CollectionAssert.AreEqual(expected, services.Select(Write).ToArray());
            CollectionAssert.AreEqual(expected, expected.Select(text => Write(Read(text))).ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void The_order_in_which_a_project_names_things_that_do_not_touch_changes_no_byte()
    {
        Random random = new(Seed);
        foreach (ServiceItem service in Services.Take(500))
        {
            KeyValuePair<string, ItemValue>[] metadata = [.. service.Metadata];
            random.Shuffle(metadata);
            ServiceItem shuffled = ServiceItem.Create(service.Name, service.Location, metadata) with
            {
                ScaleRules = service.ScaleRules,
                NlbListeners = service.NlbListeners,
                Environment = service.Environment,
                Storage = service.Storage,
            };
            Assert.AreEqual(Write(service), Write(shuffled));
        }
    }

    private static ResolvedService Resolve(ServiceItem item) =>
        ServiceResolver.Resolve(ServiceSpec.From(item, DeploymentPolicy.Default), SampleServices.Catalog, CheckPurpose.Build);

    private static string Write(ServiceItem item) => ServiceConfig.Draft(Resolve(item));

    private static ServiceItem Read(string json)
    {
        (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(json), "eas_service.json");
        Assert.IsNull(failure, failure?.Message);
        return ConfigReader.Read(text!);
    }
}
