using System.Globalization;
using System.Text;
using EasDeploy.Configs;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Plans;

/// <summary>The preview people see before anything is sent.</summary>
/// <remarks>Source: deployment workflow, step 6.1: words and order are its own.</remarks>
public static class PreviewText
{
    public const string Rule = "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━";

    /// <summary>The three lines on image chip, instance and compatibility, in their good or bad form.</summary>
    public static string Compatibility(CheckedService judged)
    {
        ResolvedService service = judged.Service;
        string mark = judged.Valid is null ? "❌" : "✅";
        string verdict = judged.Valid is null ? "Failed - " + Reason(judged) : "Passed";
        return $"""
            {mark} Image chip type: {service.Image.Value?.ChipText ?? "unknown"}
            {mark} {Place(service)}
            {mark} Compatibility: {verdict}
            """;
    }

    /// <summary>The JSON between two rules, then the summary.</summary>
    public static string Config(ServiceConfig config)
    {
        ResolvedService service = config.Service;
        string image = service.Spec.Environment.Image is { Value.IsBareFamily: false } written ? written.Value.Text : service.Image.Value?.Name ?? "";
        return $"""
            Generated service configuration:

            {Rule}
            {config.Text.TrimEnd('\n')}
            {Rule}

            Config Summary:
            • Service Name: {config.Name}
            • Image: {image} (Chip: {service.Image.Value?.ChipText ?? "unknown"})
            • {Instance(service)}
            • Network: {Network(service)}
            • Compatibility: ✅ Passed
            """;
    }

    private static string Reason(CheckedService judged)
    {
        ResolvedService service = judged.Service;
        if (service is { Image.Value: { Chips.IsEmpty: false } image, InstanceTypes: [{ Type.Value: { } type }, ..] } && !image.Chips.Contains(type.Chip))
        {
            return $"{image.ChipText} image requires {image.ChipText} instance, please change image or instance type";
        }

        IEnumerable<string> codes = judged.Diagnostics.Where(finding => finding.Severity == Diagnostics.Severity.Error).Select(finding => finding.Code);
        return "see " + string.Join(", ", codes.Distinct());
    }

    private static string Place(ResolvedService service)
    {
        if (service.Spec.Resources.ResourceGroup is { } group)
        {
            return $"Resource group: {service.ResourceGroup.Value?.Name ?? group.Value}";
        }

        StringBuilder names = new();
        foreach (WantedInstanceType type in service.InstanceTypes)
        {
            names.Append(names.Length == 0 ? "" : ", ").Append(type.Name.Value)
                .Append(type.Type.Value is { } found ? $" ({found.Chip} instance)" : " (unknown)");
        }

        return $"Instance type: {(names.Length == 0 ? "(none)" : names.ToString())}";
    }

    private static string Instance(ResolvedService service) => service switch
    {
        { Spec.Resources.ResourceGroup: { } group } => $"Resource Group: {service.ResourceGroup.Value?.Name ?? group.Value}",
        { InstanceTypes: [{ Type.Value: { } type } only] } => $"Instance: {only.Name.Value} ({Cards(type)}{type.Chip})",
        _ => $"Instance: {string.Join(", ", service.InstanceTypes.Select(type => type.Name.Value))}",
    };

    private static string Network(ResolvedService service)
    {
        string listeners = string.Join(", ", service.Spec.Network.Listeners
            .Select(listener => string.Create(CultureInfo.InvariantCulture, $"NLB {listener.Id.Value}:{listener.Port?.Value}")));
        string? gateway = service.Network.Gateway.Value is { } found ? $"ALB Dedicated Gateway {found.Name} ({found.Id})"
            : service.GatewayId is { } id ? $"ALB Dedicated Gateway {id}" : null;
        return gateway is null && listeners.Length == 0 ? "Shared Gateway" : string.Join(", ", new[] { gateway, listeners }.Where(text => text is { Length: > 0 }));
    }

    private static string Cards(ResolvedInstanceType type) => type.Row.GpuAmount == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{type.Row.GpuAmount}×{type.Row.Gpu}, ");
}
