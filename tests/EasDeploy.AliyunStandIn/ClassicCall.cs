using System.Text;
using System.Text.Json;

namespace EasDeploy.AliyunStandIn;

/// <summary><c>aliyun eas CreateService …</c>: finds the operation, sends it, prints the answer.</summary>
internal static class ClassicCall
{
    public static async Task<int> RunAsync(CommandLine line)
    {
        JsonElement operation = Operations.Find(line.Words[0], line.Words.ElementAtOrDefault(1) ?? "");
        List<(string Name, string Value)> query = [];
        string path = operation.GetProperty("path").GetString()!;
        foreach ((string flag, string value) in line.Parameters)
        {
            (string name, string place) = Operations.Parameter(operation, flag);
            if (place == "path")
            {
                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            }
            else
            {
                query.Add((name, value));
            }
        }

        byte[] body = line.Flags.TryGetValue("body-file", out string? file) ? await File.ReadAllBytesAsync(file) : [];
        using HttpRequestMessage request = operation.GetProperty("style").GetString() == "RPC"
            ? SignatureV1.Rpc(line, operation, query)
            : SignatureV1.Roa(line, operation, path, query, body);
        request.Headers.TryAddWithoutValidation(
            "User-Agent", $"AlibabaCloud (linux; amd64) Golang/1.24 Core/1.63.22 Aliyun-CLI/3.4.11 {line.Flags.GetValueOrDefault("user-agent")}");
        using HttpClient client = line.Open();
        using HttpResponseMessage answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode is >= 200 and < 300)
        {
            Console.Out.Write(Printed(text) + "\n");
            return 0;
        }

        Console.Error.Write(ServerError(text, answer));
        return 1;
    }

    /// <summary>Tab-indented when it is JSON; as it came when it is not.</summary>
    private static string Printed(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            using MemoryStream output = new();
            using (Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true, IndentCharacter = '\t', IndentSize = 1 }))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(output.ToArray());
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string ServerError(string text, HttpResponseMessage answer)
    {
        (string code, string message, string id, string denied) = ("", text, "", "");
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.TryGetProperty("Code", out JsonElement found))
            {
                code = found.GetString()!;
                message = root.GetProperty("Message").GetString()!;
                id = root.TryGetProperty("RequestId", out JsonElement given) ? given.GetString()! : "";
                denied = root.TryGetProperty("AccessDeniedDetail", out JsonElement detail)
                    ? $"AccessDeniedDetail: map[{string.Join(' ', detail.EnumerateObject().Select(member => $"{member.Name}:{member.Value}"))}]\n"
                    : "";
            }
        }
        catch (JsonException)
        {
            // Not the API's error body: the whole text is the message.
        }

        string headers = string.Join(' ', answer.Headers.Select(header => $"{GoName(header.Key)}:[{string.Join(' ', header.Value)}]"));
        return $"ERROR: SDK.ServerError\nErrorCode: {code}\nRecommend: \nRequestId: {id}\nMessage: {message}\nRespHeaders: map[{headers}]\n{denied}";
    }

    private static string GoName(string header) => string.Join('-', header.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));
}
