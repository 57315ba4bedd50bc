using System.Text;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Document;

/// <summary>A document under test, through the whole flow.</summary>
internal static class DocumentTest
{
    public static IReadOnlyList<Diagnostic> Findings(string code, string json, Catalog? catalog = null)
    {
        (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(json), "eas_service.json");
        Assert.IsNull(failure, failure?.Message);
        ResolvedService service = ServiceResolver.Resolve(ServiceSpec.From(ConfigReader.Read(text!), DeploymentPolicy.Default), catalog ?? TestCatalog.NotQueried, CheckPurpose.Build);
        return [.. RuleSet.Check(service).Diagnostics.Where(finding => finding.Code == code)];
    }
}
