using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>Numbers that can be written again: <c>1e999</c> is well-formed JSON, reads as infinity, and has no JSON form.</summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble() is var number && double.IsFinite(number) ? number : throw new JsonException("a number is too large");

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
