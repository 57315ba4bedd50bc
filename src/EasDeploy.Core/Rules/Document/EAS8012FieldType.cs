using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>A field holds the JSON type that the service reads.</summary>
/// <remarks>Source: service-config.md sections 2 to 9; R1010, R2030, R5012, R6010.</remarks>
public sealed class EAS8012FieldType : IItemRule
{
    /// <summary>Written so by other tools, beside <c>instance_type</c>; left out when written again. Source: service-config.md section 5.</summary>
    private const string MayBeNull = "cloud.computing.instances";

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8012", Severity.Error, "A field has the wrong JSON type",
        "'{0}' is {1}, and the service reads {2} there. Write {3}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (ConfigMember member in item.Config is { } text ? ConfigWalk.Members(text) : [])
        {
            if (member.Field is { } field && !Fits(member.Node, field.Types) && !(member.Node is null && field.Path == MayBeNull))
            {
                string name = member.Name == "[]" ? member.Section + member.Name : member.Name;
                yield return Descriptor.At(
                    item.Config!.At(member.Pointer), (member.Name == "[]" ? name : ConfigFields.Child(member.Section, name)).Shown(),
                    Kind(member.Node), Wanted(field.Types), Repair(name, member.Node, field.Types));
            }
        }
    }

    private static bool Fits(JsonNode? node, JsonTypes types) => types.HasFlag(JsonTypes.Open) || node switch
    {
        JsonObject => types.HasFlag(JsonTypes.Section),
        JsonArray => types.HasFlag(JsonTypes.List),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => types.HasFlag(JsonTypes.Text),
            JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Flag),
            JsonValueKind.Number => types.HasFlag(JsonTypes.Number) || (types.HasFlag(JsonTypes.WholeNumber) && IsWhole(value)),
            _ => false,
        },
        _ => false,
    };

    private static bool IsWhole(JsonValue value) => value.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-');

    private static string Kind(JsonNode? node) => node switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => "a text",
            JsonValueKind.Number => IsWhole(value) ? "a number" : "a number that is not whole",
            _ => value.ToJsonString(),
        },
        _ => "null",
    };

    private static string Wanted(JsonTypes types) => string.Join(" or ", new[]
    {
        (JsonTypes.Text, "a text"), (JsonTypes.WholeNumber, "a whole number"), (JsonTypes.Number, "a number"), (JsonTypes.Flag, "true or false"),
        (JsonTypes.Section, "an object"), (JsonTypes.List, "a list"),
    }.Where(one => types.HasFlag(one.Item1)).Select(one => one.Item2));

    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    // The author's own value in the right form, where there is one.
    private static string Repair(string name, JsonNode? node, JsonTypes types)
    {
        string? value = node as JsonValue is { } scalar && scalar.GetValueKind() != JsonValueKind.Null ? scalar.ToString() : null;
        string? written = types switch
        {
            _ when value is { Length: <= 60 } && types.HasFlag(JsonTypes.Text) => Quoted(value),
            _ when value is not null && types.HasFlag(JsonTypes.WholeNumber) && int.TryParse(value.Trim(), out int number) => number.ToString(CultureInfo.InvariantCulture),
            _ when value is not null && types.HasFlag(JsonTypes.Flag) && bool.TryParse(value.Trim(), out bool flag) => flag ? "true" : "false",
            _ when types.HasFlag(JsonTypes.List) && value is { Length: <= 60 } => $"[{Quoted(value)}]",
            _ => null,
        };
        return written is null ? $"{Wanted(types)}, or leave it out"
            : name.EndsWith("[]", StringComparison.Ordinal) ? written : $"\"{name.Shown()}\": {written.Shown()}";
    }
}
