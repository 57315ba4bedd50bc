using System.Xml;
using System.Xml.Linq;
using EasDeploy.Diagnostics;

namespace EasDeploy.Items.Projects;

/// <summary>Finds where in a project file the author wrote an item, its metadata, or a property. MSBuild items carry no line numbers.</summary>
/// <param name="readFile">Content of a file; may throw what reading files throws.</param>
public sealed class ProjectSource(Func<string, byte[]> readFile)
{
    private readonly Dictionary<string, XDocument?> _documents = new(StringComparer.Ordinal);

    /// <summary>The element an item came from; null when the item was made by an expression, or the file cannot be read.</summary>
    /// <param name="metadata">What the item carries. Of several elements with its name (variants with conditions), the one that says the same wins.</param>
    /// <param name="occurrence">How many items of this type and name came before: decides between equal elements.</param>
    public XElement? FindItem(string file, string itemType, string include, IReadOnlyDictionary<string, string> metadata, int occurrence)
    {
        if (Load(file) is not { } document)
        {
            return null;
        }

        ProjectElements elements = document.Annotation<ProjectElements>()!;
        List<XElement> named = [.. elements.Named(itemType, include)];
        if (named.Count == 0)
        {
            return elements.Items(itemType).Take(2).ToArray() is [var only] ? only : null;
        }

        int most = named.Max(Agreement);
        List<XElement> best = named.FindAll(element => Agreement(element) == most);
        return best[Math.Min(occurrence, best.Count - 1)];

        int Agreement(XElement element) => element.Attributes().Count(attribute =>
            metadata.TryGetValue(attribute.Name.LocalName, out string? value) && value == attribute.Value);
    }

    /// <returns>Place of the item's element; the file alone without one; no place at all without a file.</returns>
    public static SourceLocation OfItem(string file, XElement? element) => element is null ? FileOnly(file) : At(file, element);

    /// <returns>
    /// Place of the attribute or child element, in the item, in a later <c>Update</c> of it or in the definition of its type; else that of the item.
    /// </returns>
    /// <param name="value">What the item carries. Of several places that write it, the last that says the same wins, then the last.</param>
    public static SourceLocation OfMetadata(string file, XElement? element, string include, string metadata, string value)
    {
        if (element is null)
        {
            return FileOnly(file);
        }

        XObject[] written = Places(element, include, metadata);
        return At(file, written.LastOrDefault(place => TextOf(place) == value) ?? written.LastOrDefault() ?? element);
    }

    /// <summary>The project says something of this name, be it nothing.</summary>
    public static bool Writes(XElement element, string include, string metadata) => Places(element, include, metadata).Length > 0;

    // Later ones win: the defaults of the type, the item, its updates.
    private static XObject[] Places(XElement element, string include, string metadata)
    {
        ProjectElements elements = element.Document!.Annotation<ProjectElements>()!;
        string itemType = element.Name.LocalName;
        return
        [
            .. elements.Definitions(itemType).Append(element).Concat(elements.Updates(itemType, include))
                .SelectMany(place => Written(place, metadata)),
        ];
    }

    // Several elements of one name are variants with conditions.
    private static IEnumerable<XObject> Written(XElement element, string metadata) =>
        element.Attributes().Where(attribute => Same(attribute.Name.LocalName, metadata))
            .Concat<XObject>(element.Elements().Where(child => Same(child.Name.LocalName, metadata)));

    private static string TextOf(XObject place) => place is XAttribute attribute ? attribute.Value : ((XElement)place).Value;

    /// <summary>Every property a file sets, with its place.</summary>
    public IEnumerable<KeyValuePair<string, SourceLocation>> Properties(string file) => Load(file) is { } document
        ? document.Descendants()
            .Where(element => element.Name.LocalName == "PropertyGroup")
            .Elements()
            .Select(property => KeyValuePair.Create(property.Name.LocalName, At(file, property)))
        : [];

    /// <returns>
    /// Place of a property in the project, else in a <c>Directory.Build.props</c> or <c>.targets</c> above it; the project when it is set elsewhere.
    /// </returns>
    /// <param name="value">Of several elements that set it, the last that says so wins, then the last.</param>
    public SourceLocation OfProperty(string project, string name, string value)
    {
        foreach (string file in FilesOf(project))
        {
            XElement[] written = [.. Written(file, name)];
            if ((written.LastOrDefault(property => property.Value.Contains(value, StringComparison.Ordinal)) ?? written.LastOrDefault()) is { } property)
            {
                return At(file, property);
            }
        }

        return FileOnly(project);
    }

    private IEnumerable<XElement> Written(string file, string property) => (Load(file)?.Descendants() ?? [])
        .Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && Same(element.Name.LocalName, property));

    private static IEnumerable<string> FilesOf(string project)
    {
        yield return project;
        for (string? folder = Path.GetDirectoryName(project); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return Path.Combine(folder, "Directory.Build.props");
            yield return Path.Combine(folder, "Directory.Build.targets");
        }
    }

    private XDocument? Load(string file)
    {
        if (!_documents.TryGetValue(file, out XDocument? document))
        {
            _documents[file] = document = TryLoad(file);
        }

        return document;
    }

    private XDocument? TryLoad(string file)
    {
        try
        {
            if (file.Length == 0)
            {
                return null;
            }

            XDocument document = XDocument.Load(new MemoryStream(readFile(file)), LoadOptions.SetLineInfo);
            document.AddAnnotation(new ProjectElements(document));
            return document;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // MSBuild itself has read the file; without it only the line numbers are lost.
            return null;
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static SourceLocation At(string file, XObject place)
    {
        IXmlLineInfo line = place;
        return new SourceLocation(file, line.LineNumber, line.LinePosition);
    }

    private static SourceLocation FileOnly(string file) => new(file.Length == 0 ? null : file, 0, 0);
}
