using System.Text;
using System.Xml;
using System.Xml.Linq;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Oss;

/// <summary>What object storage answered.</summary>
/// <param name="Document">Null when bytes were asked for.</param>
internal sealed record OssAnswer(ReadOnlyMemory<byte> Body, XElement? Document)
{
    /// <exception cref="CloudException">EAS7005: not the document expected.</exception>
    public static OssAnswer Of(HttpAnswer answer, string action, string? root) =>
        new(answer.Body, root is null ? null : XmlAnswer.Read(answer, action, root));
}

/// <summary>Reads the XML of object storage without ever resolving anything outside it.</summary>
internal static class XmlAnswer
{
    /// <exception cref="CloudException">EAS7005: no XML, or another document.</exception>
    public static XElement Read(HttpAnswer answer, string action, string root)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(
                new StringReader(Encoding.UTF8.GetString(answer.Body.Span).TrimStart('\uFEFF')),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            XElement document = XElement.Load(reader);
            if (document.Name.LocalName == root)
            {
                return document;
            }
        }
        catch (XmlException)
        {
            // Falls through: the message shows what came.
        }

        throw new CloudException(
            CloudDiagnostics.NotJson, CloudException.Of(CloudDiagnostics.NotJson, null, "object storage", action, answer.Glimpse()).Message)
        {
            Action = action,
            HttpStatus = answer.Status,
        };
    }

    public static string? Text(this XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    public static IEnumerable<XElement> All(this XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);
}
