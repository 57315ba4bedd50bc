using System.Xml.Linq;

namespace EasDeploy.Items;

/// <summary>The XML schema of our items and properties, for editors that complete project files.</summary>
/// <remarks>
/// A fragment: it joins Microsoft.Build.xsd, whose <c>Item</c> and <c>Property</c> its elements may stand for. Metadata may be written as attributes or as elements,
/// in any order, as MSBuild allows. A value may always be an expression, <c>$(…)</c>, <c>@(…)</c> or <c>%(…)</c>.
/// </remarks>
public static class ItemSchema
{
    private static readonly XNamespace s_xs = "http://www.w3.org/2001/XMLSchema";
    private static readonly XNamespace s_msb = "http://schemas.microsoft.com/developer/msbuild/2003";

    /// <returns>Indented XML with LF and a final newline: the same bytes on every machine.</returns>
    public static string Text()
    {
        XElement schema = new(
            s_xs + "schema",
            new XAttribute(XNamespace.Xmlns + "xs", s_xs.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "msb", s_msb.NamespaceName),
            new XAttribute("targetNamespace", s_msb.NamespaceName),
            new XAttribute("elementFormDefault", "qualified"),
            PropertyCatalog.Items.Select(declared => declared.Owner).Distinct().Select(Item),
            PropertyCatalog.Properties.Select(declared => new XElement(
                s_xs + "element", new XAttribute("name", declared.Name), new XAttribute("substitutionGroup", "msb:Property"), Content(declared, isProperty: true))));
        return schema.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Item(string itemType)
    {
        PropertyDeclaration[] metadata = [.. PropertyCatalog.MetadataOf(itemType)];
        return new XElement(
            s_xs + "element",
            new XAttribute("name", itemType),
            new XAttribute("substitutionGroup", "msb:Item"),
            new XElement(s_xs + "complexType", new XElement(s_xs + "complexContent", new XElement(
                s_xs + "extension",
                new XAttribute("base", "msb:SimpleItemType"),
                new XElement(
                    s_xs + "choice",
                    new XAttribute("minOccurs", "0"),
                    new XAttribute("maxOccurs", "unbounded"),
                    metadata.Select(declared => new XElement(s_xs + "element", new XAttribute("name", declared.Name), Content(declared, isProperty: false)))),
                metadata.Select(declared => new XElement(s_xs + "attribute", new XAttribute("name", declared.Name), Help(declared), Values(declared)))))));
    }

    private static object[] Content(PropertyDeclaration declared, bool isProperty) =>
    [
        Help(declared),
        new XElement(
            s_xs + "complexType",
            new XElement(
                s_xs + "simpleContent",
                isProperty
                    ? new XElement(s_xs + "extension", new XAttribute("base", "msb:StringPropertyType"))
                    : new XElement(
                        s_xs + "extension",
                        new XAttribute("base", "xs:string"),
                        new XElement(s_xs + "attribute", new XAttribute("name", "Condition"), new XAttribute("type", "xs:string"))))),
    ];

    private static XElement Help(PropertyDeclaration declared)
    {
        string text = declared.Help
            + (declared.Unit.Length > 0 ? $" Value: {declared.Unit}." : "")
            + (declared.Default.Length > 0 ? $" Default: {declared.Default}." : "");
        return new XElement(s_xs + "annotation", new XElement(s_xs + "documentation", text));
    }

    /// <summary>The words of a choice, or an expression; any text where the value is free.</summary>
    private static XElement Values(PropertyDeclaration declared)
    {
        string[] words = declared.Unit.Split('|');
        bool isChoice = words.Length > 1 && words.All(word => word.All(char.IsLetter));
        XElement text = new(s_xs + "restriction", new XAttribute("base", "xs:string"));
        return new XElement(s_xs + "simpleType", !isChoice ? text : new XElement(
            s_xs + "union",
            new XElement(s_xs + "simpleType", new XElement(
                s_xs + "restriction",
                new XAttribute("base", "xs:string"),
                words.Select(word => new XElement(s_xs + "enumeration", new XAttribute("value", word))))),
            new XElement(s_xs + "simpleType", new XElement(
                s_xs + "restriction",
                new XAttribute("base", "xs:string"),
                new XElement(s_xs + "pattern", new XAttribute("value", @".*[$@%]\(.*"))))));
    }
}
