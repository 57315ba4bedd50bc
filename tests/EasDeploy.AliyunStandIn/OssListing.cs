using System.Globalization;
using System.Xml.Linq;

namespace EasDeploy.AliyunStandIn;

/// <summary><c>aliyun oss ls</c>: buckets with their columns, one level of a folder with <c>-d</c>, or all of it with its columns.</summary>
internal static class OssListing
{
    public static async Task<int> RunAsync(CommandLine line)
    {
        using HttpClient client = line.Open();
        string? address = line.Words.ElementAtOrDefault(2);
        if (address is null)
        {
            (XElement? buckets, int failed) = await GetAsync(client, line, "/", "");
            if (buckets is null)
            {
                return failed;
            }

            Console.Out.Write("CreationTime                                 Region    StorageClass    BucketName\n");
            foreach (XElement bucket in buckets.Descendants("Bucket"))
            {
                Console.Out.Write($"2024-01-02 03:04:05 +0000 UTC       {bucket.Element("Location")!.Value}        Standard    oss://{bucket.Element("Name")!.Value}\n");
            }

            Console.Out.Write($"Bucket Number is: {buckets.Descendants("Bucket").Count()}\n\n0.006156(s) elapsed\n");
            return 0;
        }

        string[] parts = address["oss://".Length..].Split('/', 2);
        int limit = int.Parse(line.Flags.GetValueOrDefault("limited-num", "1000"), CultureInfo.InvariantCulture);
        bool isLevel = line.Flags.ContainsKey("d");
        string query = $"?{(isLevel ? "delimiter=%2F&" : "")}encoding-type=url&list-type=2&max-keys={Math.Min(limit, 1000)}&prefix={Uri.EscapeDataString(parts.ElementAtOrDefault(1) ?? "")}";
        (XElement? page, int exit) = await GetAsync(client, line, $"/{parts[0]}/", query);
        if (page is null)
        {
            return exit;
        }

        if (!isLevel)
        {
            XElement[] objects = [.. page.Elements("Contents")];
            Console.Out.Write("LastModifiedTime                   Size(B)  StorageClass   ETAG                                  ObjectName\n");
            foreach (XElement entry in objects)
            {
                string columns = $"2024-01-02 03:04:05 +0000 UTC {entry.Element("Size")!.Value,12}      Standard   {entry.Element("ETag")!.Value.Trim('"')}      ";
                Console.Out.Write($"{columns}oss://{parts[0]}/{Uri.UnescapeDataString(entry.Element("Key")!.Value)}\n");
            }

            Console.Out.Write($"Object Number is: {objects.Length}\n\n0.006156(s) elapsed\n");
            return 0;
        }

        string[] names = [.. page.Elements("Contents").Select(entry => entry.Element("Key")!.Value), .. page.Elements("CommonPrefixes").Select(entry => entry.Element("Prefix")!.Value)];
        foreach (string name in names)
        {
            Console.Out.Write($"oss://{parts[0]}/{Uri.UnescapeDataString(name)}\n");
        }

        Console.Out.Write($"Object and Directory Number is: {names.Length}\n\n0.006156(s) elapsed\n");
        return 0;
    }

    private static async Task<(XElement? Answer, int ExitCode)> GetAsync(HttpClient client, CommandLine line, string resource, string query)
    {
        string date = DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(line.BaseAddress, resource + query));
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"OSS {CommandLine.AccessKeyId}:{SignatureV1.Sign(CommandLine.AccessKeySecret, $"GET\n\n\n{date}\n{resource}")}");
        using HttpResponseMessage answer = await client.SendAsync(request);
        XElement body = XElement.Parse(await answer.Content.ReadAsStringAsync());
        if (answer.IsSuccessStatusCode)
        {
            return (body, 0);
        }

        Console.Error.Write(
            $"ERROR: oss: service returned error: StatusCode={(int)answer.StatusCode}, ErrorCode={body.Element("Code")!.Value}, "
            + $"ErrorMessage=\"{body.Element("Message")!.Value}\", RequestId={body.Element("RequestId")?.Value}, Ec=, Bucket=, Object=\n");
        return (null, 1);
    }
}
