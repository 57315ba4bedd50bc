using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;

namespace EasDeploy.Locks;

/// <summary>Reads a lock. Total: whatever the bytes are, there is a lock or one finding with its place.</summary>
public static class LockReader
{
    private static readonly byte[][] s_conflictMarks = [[.. "<<<<<<<"u8], [.. "|||||||"u8], [.. "======="u8], [.. ">>>>>>>"u8]];

    /// <param name="file">Full path, for the finding.</param>
    /// <returns>Either the lock, or EAS8019 (cannot be read) or EAS8020 (a format we do not know).</returns>
    public static (LockFile? Lock, Diagnostic? Failure) Read(ReadOnlySpan<byte> utf8, string file)
    {
        if (ConflictLine(utf8) is { } line)
        {
            return (null, BuildDiagnostics.LockUnreadable.At(new SourceLocation(file, line, 1), "has a merge conflict that is not resolved"));
        }

        (ConfigText? text, SourceLocation place, string reason) = ConfigText.Read(utf8, file);
        if (text is null)
        {
            return (null, BuildDiagnostics.LockUnreadable.At(place, reason));
        }

        try
        {
            JsonNode version = text.Root[LockText.Format] ?? throw Wrong("", $"has no {LockText.Format}");
            return version is JsonValue number && number.TryGetValue(out int known) && known == LockText.FormatVersion
                ? (ReadRoot(text), null)
                : (null, BuildDiagnostics.LockFormatUnknown.At(text.At("/" + LockText.Format), version.ToJsonString().Shown(40), LockText.FormatVersion));
        }
        catch (JsonException wrong)
        {
            return (null, BuildDiagnostics.LockUnreadable.At(text.At(wrong.Path ?? ""), wrong.Message));
        }
    }

    private static int? ConflictLine(ReadOnlySpan<byte> utf8)
    {
        int line = 0;
        foreach (Range range in utf8.Split((byte)'\n'))
        {
            line++;
            foreach (byte[] mark in s_conflictMarks)
            {
                if (utf8[range].StartsWith(mark))
                {
                    return line;
                }
            }
        }

        return null;
    }

    private static LockFile ReadRoot(ConfigText text)
    {
        string region = TextOf(text.Root, LockText.Region, "");
        bool isEmulated = text.Root[LockText.Emulated] is JsonValue flag && flag.TryGetValue(out bool value) && value;
        ImmutableDictionary<string, LockedService>.Builder services = ImmutableDictionary.CreateBuilder<string, LockedService>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? entry) in ObjectOf(text.Root, LockText.Services, ""))
        {
            string pointer = $"/{LockText.Services}/{ConfigText.Escape(name)}";
            services[name] = ReadEntry(entry as JsonObject ?? throw Wrong(pointer, "has an entry that is no object"), pointer, region);
        }

        return new LockFile(region, isEmulated, services.ToImmutable());
    }

    private static LockedService ReadEntry(JsonObject entry, string pointer, string region)
    {
        string time = TextOf(entry, LockText.QueriedAt, pointer);
        if (!DateTimeOffset.TryParseExact(time, LockText.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset queriedAt))
        {
            throw Wrong($"{pointer}/{LockText.QueriedAt}", $"has a {LockText.QueriedAt} that is no time such as 2026-11-23T08:30:00Z");
        }

        ImmutableDictionary<string, string>.Builder asked = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        JsonObject question = ObjectOf(entry, LockText.Asked, pointer);
        foreach ((string name, _) in question)
        {
            asked[name] = TextOf(question, name, $"{pointer}/{LockText.Asked}");
        }

        try
        {
            return new LockedService(
                queriedAt, asked.ToImmutable(), ReadAbsent(entry, pointer), LockedFacts.Read(ObjectOf(entry, LockText.Facts, pointer), region, queriedAt));
        }
        catch (JsonException wrong) when (wrong.Path?.StartsWith(pointer, StringComparison.Ordinal) != true)
        {
            throw Wrong($"{pointer}/{LockText.Facts}{wrong.Path}", "has facts that cannot be read: " + wrong.Message);
        }
    }

    private static ImmutableArray<string> ReadAbsent(JsonObject entry, string pointer) => entry[LockText.Absent] switch
    {
        null => [],
        JsonArray list => [.. list.Select(one => one is JsonValue text && text.TryGetValue(out string? read)
            ? read : throw Wrong($"{pointer}/{LockText.Absent}", $"has a value in '{LockText.Absent}' that is no text"))],
        _ => throw Wrong($"{pointer}/{LockText.Absent}", $"has a value '{LockText.Absent}' that is no list"),
    };

    private static JsonObject ObjectOf(JsonObject from, string name, string pointer) => from[name] as JsonObject
        ?? throw Wrong(from.ContainsKey(name) ? $"{pointer}/{name}" : pointer, from.ContainsKey(name) ? $"has a value '{name}' that is no object" : $"has no {name}");

    private static string TextOf(JsonObject from, string name, string pointer) =>
        from[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw Wrong(from.ContainsKey(name) ? $"{pointer}/{ConfigText.Escape(name)}" : pointer, from.ContainsKey(name) ? $"has a value '{name.Shown()}' that is no text" : $"has no {name}");

    private static JsonException Wrong(string pointer, string reason) => new(reason, pointer, null, null);
}
