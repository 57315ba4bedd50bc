using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Resources;

/// <summary>The share of a resource group that a service asks for.</summary>
internal static class GroupShare
{
    /// <summary>A number of the share is written, be it in a form that other rules object to (EAS3002, EAS8012).</summary>
    public static bool IsWritten(ServiceItem item, string metadata) =>
        item.Find(metadata) is not null || (item.Config is { } text && ConfigWalk.Find(text, ConfigKeys.Of(metadata).Pointer).Any());
}
