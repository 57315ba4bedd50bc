using System.Text;
using System.Xml;
using System.Xml.Linq;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Tool.Wizard;

/// <summary>What writing into a project would change.</summary>
/// <param name="Replaces">The project has a service of this name with other values.</param>
/// <param name="Hints">What is left to do by hand, in words.</param>
internal sealed record ProjectEdit(string Text, bool IsUnchanged, bool Replaces, IReadOnlyList<string> Hints);

/// <summary>Puts a service into a project file. Only whole elements of ours are cut out and put in: every other character stays as it is.</summary>
internal sealed class ProjectWriter
{
    private const string Package = "EasDeploy.Build";
    private const string RegionProperty = "EasRegion";

    private readonly string _file;
    private readonly string _text;
    private readonly bool _hasMark;

    private ProjectWriter(string file, string text, bool hasMark) => (_file, _text, _hasMark) = (file, text, hasMark);

    /// <exception cref="StoppedException">There is no such file, or it is no project.</exception>
    public static ProjectWriter Open(string file)
    {
        try
        {
            byte[] content = File.ReadAllBytes(file);
            bool hasMark = content.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(hasMark ? content.AsSpan(3) : content);
            return XDocument.Parse(text).Root?.Name.LocalName == "Project"
                ? new ProjectWriter(file, text, hasMark)
                : throw new XmlException("it has no root element Project");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or XmlException or DecoderFallbackException)
        {
            throw new StoppedException(
                ExitCode.WrongUsage, BuildDiagnostics.CannotRead.At(new SourceLocation(file, 0, 0), file.Shown(), wrong.Message.TrimEnd('.').Shown(200)));
        }
    }

    /// <summary>The project with the service in it; nothing is written yet.</summary>
    public ProjectEdit Put(ServiceDraft draft)
    {
        ProjectText project = new(_text);
        List<ElementSpan> old = [.. project.Elements().Where(element => IsOf(element, draft.Name))];
        string items = string.Join(project.NewLine, draft.Items().Select(entry => ItemText.Of(entry.ItemType, entry.Item, project.Indent, project.NewLine)));
        List<string> hints = [];
        if (old.Count > 0 && string.Join(project.NewLine, old.Select(project.WithIndent)) == items)
        {
            return new ProjectEdit(_text, IsUnchanged: true, Replaces: false, hints);
        }

        foreach (ElementSpan gone in Enumerable.Reverse(old).SkipLast(1))
        {
            project.Remove(gone);
        }

        if (old.Count > 0)
        {
            project.Replace(old[0], items.TrimStart());
        }
        else
        {
            project.AddGroup("ItemGroup", items);
        }

        AddPackage(project, hints);
        if (draft.Region is { } region && !_text.Contains($"<{RegionProperty}>", StringComparison.Ordinal))
        {
            project.AddGroup("PropertyGroup", $"{project.Indent}{project.Indent}<{RegionProperty}>{region}</{RegionProperty}>");
        }

        return new ProjectEdit(project.Text, IsUnchanged: false, Replaces: old.Count > 0, hints);
    }

    public void Save(ProjectEdit edit)
    {
        byte[] content = Encoding.UTF8.GetBytes(edit.Text);
        OutputFile.Write(_file, _hasMark ? [.. Encoding.UTF8.Preamble, .. content] : content);
    }

    // Our own mounts and listeners carry the name of exactly one service; those of several are somebody else's.
    private static bool IsOf(ElementSpan element, string service) => element.Name switch
    {
        PropertyCatalog.Service => element.Attribute("Include") == service,
        PropertyCatalog.Storage or PropertyCatalog.NlbListener or PropertyCatalog.ScaleRule => element.Attribute(PropertyCatalog.Metadata.Service) == service,
        _ => false,
    };

    private void AddPackage(ProjectText project, List<string> hints)
    {
        if (project.Elements().Any(element => element.Name == "PackageReference"
            && string.Equals(element.Attribute("Include") ?? element.Attribute("Update"), Package, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        bool isCentral = HasCentralVersions();
        string version = isCentral ? "" : $" Version=\"{CloudAccess.Version}\"";
        project.AddGroup("ItemGroup", $"{project.Indent}{project.Indent}<PackageReference Include=\"{Package}\"{version} PrivateAssets=\"all\" />");
        if (isCentral)
        {
            hints.Add($"Add to Directory.Packages.props: <PackageVersion Include=\"{Package}\" Version=\"{CloudAccess.Version}\" />");
        }
    }

    private bool HasCentralVersions()
    {
        for (DirectoryInfo? folder = new FileInfo(_file).Directory; folder is not null; folder = folder.Parent)
        {
            string props = Path.Combine(folder.FullName, "Directory.Packages.props");
            if (File.Exists(props))
            {
                return File.ReadAllText(props).Contains("<ManagePackageVersionsCentrally>true<", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
