using System.Text;
using System.Text.Json;

namespace EasDeploy.Tool.Output;

/// <summary>One JSON object with one array, printed as its elements come: nothing printed is kept.</summary>
internal sealed class JsonPrinter : IDisposable
{
    private readonly TextWriter _output;
    private readonly MemoryStream _unprinted = new();
    private readonly Utf8JsonWriter _json;

    /// <param name="name">Of the array.</param>
    public JsonPrinter(TextWriter output, string name)
    {
        _output = output;
        _json = new Utf8JsonWriter(_unprinted, JsonOutput.Options);
        _json.WriteStartObject();
        _json.WriteStartArray(name);
    }

    /// <param name="writeMembers">Writes the members of an element's object.</param>
    public void Add<T>(IEnumerable<T> elements, Action<Utf8JsonWriter, T> writeMembers)
    {
        foreach (T element in elements)
        {
            _json.WriteStartObject();
            writeMembers(_json, element);
            _json.WriteEndObject();
        }

        Print();
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        Print();
        _output.Write('\n');
    }

    public void Dispose()
    {
        _json.Dispose();
        _unprinted.Dispose();
    }

    private void Print()
    {
        _json.Flush();
        _output.Write(Encoding.UTF8.GetString(_unprinted.GetBuffer(), 0, (int)_unprinted.Length));
        _unprinted.SetLength(0);
    }
}
