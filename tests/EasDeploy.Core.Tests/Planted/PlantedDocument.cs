using System.Text;
using System.Xml;
using System.Xml.Linq;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Planted;

/// <summary>Project items or a service document, read as the product reads them.</summary>
internal static class PlantedDocument
{
    private const string ItemsFile = "App.csproj";

    /// <returns>The services of a text: several items, or one document.</returns>
    /// <exception cref="AssertFailedException">The text is neither.</exception>
    public static List<ServiceItem> Read(string text)
    {
        if (text.StartsWith('{'))
        {
            (ConfigText? config, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(text), "eas_service.json");
            Assert.IsNull(failure, failure?.Message + "\n" + text);
            return [ConfigReader.Read(config!)];
        }

        // One line before the text, so that line numbers are moved by it.
        XElement root = XDocument.Parse("<ItemGroup>\n" + text + "\n</ItemGroup>", LoadOptions.SetLineInfo).Root!;
        List<ServiceItem> items = [.. root.Elements(PropertyCatalog.Service).Select(element =>
            ServiceItem.Create(element.Attribute("Include")!.Value, At(element.Attribute("Include")!), Metadata(element)) with
            {
                Storage = [.. root.Elements(PropertyCatalog.Storage).Select(Attached)],
                Environment = [.. root.Elements(PropertyCatalog.EnvironmentVariable).Select(Attached)],
                NlbListeners = [.. root.Elements(PropertyCatalog.NlbListener).Select(Attached)],
                ScaleRules = [.. root.Elements(PropertyCatalog.ScaleRule).Select(Attached)],
            })];
        Assert.IsNotEmpty(items, text);
        return items;
    }

    public static ResolvedService Resolve(ServiceItem item, Catalog catalog, bool autoSwitch = true, CheckPurpose purpose = CheckPurpose.Build) =>
        ServiceResolver.Resolve(ServiceSpec.From(item, DeploymentPolicy.Default with { AutoSwitchInstance = autoSwitch }), catalog, purpose);

    private static AttachedItem Attached(XElement element) =>
        new(element.Attribute("Include")!.Value, At(element), ServiceItem.Create("", At(element), Metadata(element)).Metadata);

    private static IEnumerable<KeyValuePair<string, ItemValue>> Metadata(XElement element) => element.Attributes()
        .Where(attribute => attribute.Name != "Include")
        .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, new ItemValue(attribute.Value, At(attribute))));

    private static SourceLocation At(IXmlLineInfo place) => new(ItemsFile, place.LineNumber - 1, place.LinePosition);
}
