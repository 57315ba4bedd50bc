using System.Xml.Linq;

namespace EasDeploy.Items.Projects;

/// <summary>The items of a project file, sorted once: a project of a thousand items asks for each of them, and for each of their values.</summary>
internal sealed class ProjectElements
{
    private readonly ILookup<string, XElement> _items;
    private readonly ILookup<string, XElement> _definitions;
    private readonly ILookup<string, (string[] Names, XElement Element)> _updates;
    private readonly Dictionary<string, ILookup<string, XElement>> _named;

    public ProjectElements(XDocument document)
    {
        XElement[] all = [.. document.Descendants()];
        XElement[] items = [.. all.Where(element => element.Parent?.Name.LocalName == "ItemGroup")];
        _definitions = ByType(all.Where(element => element.Parent?.Name.LocalName == "ItemDefinitionGroup"));
        _items = ByType(items.Where(element => element.Attribute("Include") is not null));
        _updates = items.Where(element => element.Attribute("Update") is not null)
            .ToLookup(element => element.Name.LocalName, element => (Names(element, "Update"), element), StringComparer.OrdinalIgnoreCase);
        _named = _items.ToDictionary(
            type => type.Key,
            type => type.SelectMany(element => Names(element, "Include").Distinct().Select(name => (Name: name, Element: element)))
                .ToLookup(one => one.Name, one => one.Element, StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Elements with an <c>Include</c>, in the order of the file.</summary>
    public IEnumerable<XElement> Items(string itemType) => _items[itemType];

    /// <summary>Those whose <c>Include</c> lists the name itself; an expression is no name.</summary>
    public IEnumerable<XElement> Named(string itemType, string include) => _named.TryGetValue(itemType, out var names) ? names[include] : [];

    /// <summary>The defaults of a type, below an <c>ItemDefinitionGroup</c>.</summary>
    public IEnumerable<XElement> Definitions(string itemType) => _definitions[itemType];

    /// <summary>Updates that name the item, and those of an expression or a pattern, which may.</summary>
    public IEnumerable<XElement> Updates(string itemType, string include) =>
        _updates[itemType].Where(update => update.Names.Any(name => name == include || name.AsSpan().IndexOfAny("@$*?") >= 0)).Select(update => update.Element);

    private static ILookup<string, XElement> ByType(IEnumerable<XElement> elements) =>
        elements.ToLookup(element => element.Name.LocalName, StringComparer.OrdinalIgnoreCase);

    private static string[] Names(XElement element, string attribute) =>
        element.Attribute(attribute)!.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
