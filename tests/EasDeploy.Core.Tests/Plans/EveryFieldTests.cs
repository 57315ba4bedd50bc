using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EasDeploy.Configs;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Core.Tests.Plans;

/// <summary>One field changes, whichever it is: the plan names that field, with its old and its new value, and nothing else.</summary>
[TestClass]
public sealed class EveryFieldTests
{
    private const int Seed = 20261123;
    private const int Services = 400;

    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] s_secrets = ["token", "dockerAuth", "password", "decryption_key"];

    public required TestContext TestContext { get; init; }

    /// <summary>Live in the form the back end gives it back, changed leaf by leaf.</summary>
    [TestMethod]
    public void Every_leaf_of_a_generated_service_is_found_as_exactly_that_field()
    {
        HashSet<string> met = [];
        int tried = 0;
        foreach (ServiceItem item in GeneratedServices.Draw(Seed, Services))
        {
            if (Document(item) is not { } before)
            {
                continue;
            }

            JsonObject live = JsonNode.Parse(ServerForm.Of(before.ToJsonString()))!.AsObject();
            foreach (string leaf in Leaves(before))
            {
                JsonObject after = Changed(before, leaf);
                met.Add(PatternOf(leaf));
                tried++;
                if (leaf == "/metadata/instance" && before["autoscaler"] is not null)
                {
                    // Within its bounds the number is the autoscaler's business.
                    Assert.IsEmpty(Compare(after, live));
                }
                else
                {
                    AssertOneChange(before, after, live, leaf);
                }
            }
        }

        string[] written = [.. PatternsOf(typeof(ServiceConfigDocument), "")];
        Assert.IsGreaterThan(40, written.Length);
        CollectionAssert.AreEquivalent(written, met.ToArray(), "every field the product writes by itself must have been changed, and no other one exists");
        TestContext.WriteLine($"{tried} changes of {written.Length} fields");
    }

    /// <summary>Also the fields that only a document or a patch brings, in every spelling that is known.</summary>
    [TestMethod]
    public void Every_field_of_the_table_is_found_as_exactly_that_field()
    {
        ImmutableArray<ConfigField> fields = [.. ConfigFields.All.Where(field => (field.Types & (JsonTypes.Section | JsonTypes.List)) == 0)];
        Assert.IsGreaterThan(150, fields.Length);
        foreach (ConfigField field in fields)
        {
            JsonObject before = [];
            Put(before, Steps(field.Path), ValueOf(field.Types));
            string leaf = Leaves(before).Single();
            JsonObject after = Changed(before, leaf);
            string[] normal = [.. Leaves(ServiceNormalForm.Of(before)).Union(Leaves(ServiceNormalForm.Of(after)))];
            Assert.HasCount(1, normal, field.Path);
            AssertOneChange(before, after, before, normal[0]);
        }

        TestContext.WriteLine($"{fields.Length} fields");
    }

    private static void AssertOneChange(JsonObject before, JsonObject after, JsonObject live, string pointer)
    {
        ImmutableArray<ConfigChange> changes = Compare(after, live);
        string place = $"{pointer}\n{before.ToJsonString(s_compact)}";
        Assert.AreEqual(pointer, string.Join(' ', changes.Select(change => change.Pointer)), place);
        (string? old, string? now) = (Shown(ServiceNormalForm.Of(before), pointer), Shown(ServiceNormalForm.Of(after), pointer));
        Assert.AreEqual(old, pointer.EndsWith("/metricName", StringComparison.Ordinal) ? changes[0].Old?.ToLowerInvariant() : changes[0].Old, place);
        Assert.AreEqual(now, changes[0].New, place);
        Assert.AreEqual(old is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed, changes[0].Kind, place);
        Assert.IsTrue(old != now || old == "\"***\"", place);
    }

    private static ImmutableArray<ConfigChange> Compare(JsonObject wanted, JsonObject live) =>
        ConfigDiff.Compare(wanted, live, new SecretMask(new HashSet<string>()));

    /// <summary>The document that is sent; null = a rule objects to the service.</summary>
    private static JsonObject? Document(ServiceItem item) =>
        RuleSet.Check(ServiceResolver.Resolve(SampleServices.Spec(item), SampleServices.Catalog, CheckPurpose.Build)).Valid is { } valid
            ? JsonNode.Parse(ServiceConfig.From(valid).BodyToSend(default, name => new Secret($"user:{name}-secret")).Span)!.AsObject()
            : null;

    /// <summary>Compact JSON of a value as a plan shows it; null = it is not there.</summary>
    private static string? Shown(JsonObject document, string pointer) => At(document, pointer) switch
    {
        null => null,
        _ when s_secrets.Contains(pointer.Split('/')[^1]) => "\"***\"",
        var value => value.ToJsonString(s_compact),
    };

    private static JsonObject Changed(JsonObject before, string pointer)
    {
        JsonObject after = (JsonObject)before.DeepClone();
        JsonNode value = At(after, pointer)!;
        value.ReplaceWith(value.GetValueKind() switch
        {
            JsonValueKind.True => JsonValue.Create(false),
            JsonValueKind.False => JsonValue.Create(true),
            JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
            _ => JsonValue.Create(value.GetValue<string>() + "-other"),
        });
        return after;
    }

    // No name of the table needs an escape.
    private static JsonNode? At(JsonNode? node, string pointer)
    {
        foreach (string step in pointer.Split('/').Skip(1))
        {
            node = node switch
            {
                JsonObject section => section[step],
                JsonArray list => list.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return node;
    }

    private static IEnumerable<string> Leaves(JsonNode? node, string pointer = "") => node switch
    {
        JsonObject section => section.SelectMany(member => Leaves(member.Value, $"{pointer}/{member.Key}")),
        JsonArray list => list.SelectMany((entry, i) => Leaves(entry, $"{pointer}/{i}")),
        _ => [pointer],
    };

    private static string PatternOf(string pointer) =>
        string.Join('/', pointer.Split('/').Select(step => step.Length > 0 && step.All(char.IsAsciiDigit) ? "*" : step));

    /// <summary>Every leaf of the records that are written, by their JSON names.</summary>
    private static IEnumerable<string> PatternsOf(Type type, string pointer)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return PatternsOf(inner.GetGenericArguments()[0], pointer + "/*");
        }

        return inner.Namespace == typeof(ServiceConfigDocument).Namespace
            ? inner.GetProperties().Select(property => (property.PropertyType, property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
                .Where(part => part.Name is not null).SelectMany(part => PatternsOf(part.PropertyType, $"{pointer}/{part.Name}"))
            : [pointer];
    }

    private static JsonNode ValueOf(JsonTypes types) => types switch
    {
        _ when types.HasFlag(JsonTypes.Open) => new JsonObject { ["inner"] = "some" },
        _ when types.HasFlag(JsonTypes.WholeNumber) || types.HasFlag(JsonTypes.Number) => JsonValue.Create(7m),
        _ when types.HasFlag(JsonTypes.Flag) => JsonValue.Create(true),
        _ => JsonValue.Create("some"),
    };

    /// <summary><c>storage[].oss.path</c> as names; a list is followed by an empty one.</summary>
    private static List<string> Steps(string path)
    {
        List<string> steps = [];
        StringBuilder word = new();
        bool isQuoted = false;
        foreach (char letter in path.Replace("[]", ".", StringComparison.Ordinal) + ".")
        {
            isQuoted ^= letter == '"';
            if (letter == '.' && !isQuoted)
            {
                steps.Add(word.ToString());
                word.Clear();
            }
            else if (letter != '"')
            {
                word.Append(letter);
            }
        }

        return steps;
    }

    private static void Put(JsonObject document, List<string> steps, JsonNode value)
    {
        JsonNode made = value;
        for (int i = steps.Count - 1; i > 0; i--)
        {
            made = steps[i].Length == 0 ? new JsonArray(made) : new JsonObject { [steps[i]] = made };
        }

        document[steps[0]] = made;
    }
}
