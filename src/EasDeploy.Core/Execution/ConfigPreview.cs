using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Execution;

/// <summary>Checks a service against a catalog and shows what will be sent.</summary>
internal sealed class ConfigPreview(ServiceChange change)
{
    public ImageFamily Family { get; private set; }

    /// <summary>What a caller writes as <c>model</c>.</summary>
    public string ModelName { get; private set; } = "";

    /// <param name="previewed">What was shown before; shown again only when it changed.</param>
    /// <returns>The config; null when a rule objects.</returns>
    public ServiceConfig? Show(Catalog catalog, ServiceConfig? previewed)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(change.Spec, catalog, CheckPurpose.Deployment));
        ServiceConfig? config = judged.Valid is { } valid ? ServiceConfig.From(valid) : null;
        foreach (Diagnostic finding in judged.Diagnostics)
        {
            change.Log.Add(finding);
        }

        if (config is null || previewed is null || config.Text != previewed.Text)
        {
            change.Log.Say(PreviewText.Compatibility(judged));
            if (config is not null)
            {
                change.Log.Say(PreviewText.Config(config), isPreview: true);
            }
        }

        Family = judged.Service.Family;
        ModelName = ServedModel.NameOf(judged.Service);
        return config;
    }
}
