using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace EasDeploy.Aliyun.Transports;

/// <summary>The body of a refusal, whichever of the known spellings it came in.</summary>
/// <param name="AuthAction">The RAM action that was missing; null when the body does not say.</param>
/// <remarks>Source: openapi.md section 4.1: <c>Code</c> or <c>code</c>, JSON or XML, AccessDeniedDetail on RAM denials.</remarks>
internal sealed record ApiError(string Code, string Message, string? RequestId, string? AuthAction)
{
    /// <returns>Null when the bytes are neither a JSON nor an XML error.</returns>
    public static ApiError? Read(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> start = body.Span.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{"u8) ? ReadJson(body) : start.StartsWith("<"u8) ? ReadXml(body) : null;
    }

    private static ApiError? ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            string? code = root.Text("Code") ?? root.Text("code");
            string? message = root.Text("Message") ?? root.Text("message")
                ?? root.Text("Description") ?? root.Text("description") ?? root.Text("Detail");
            JsonElement denied = root.Field("AccessDeniedDetail");
            return code is null && message is null
                ? null
                : new ApiError(
                    code ?? "", message ?? "", root.Text("RequestId") ?? root.Text("requestId"), denied.Text("AuthAction"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiError? ReadXml(ReadOnlyMemory<byte> body)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(
                new StringReader(Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF', ' ', '\r', '\n', '\t')),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            XElement root = XElement.Load(reader);
            string? Value(string name) => root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
            return Value("Code") is { } code ? new ApiError(code, Value("Message") ?? "", Value("RequestId"), Value("AuthAction")) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
