using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EasDeploy.Emulator.Control;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>OSS on the same address: ListBuckets, GetBucketLocation, ListObjectsV2, GetObject and HeadObject, read-only.</summary>
/// <remarks>Source: openapi.md §8.</remarks>
internal sealed class OssPlane(CloudState cloud, FaultPlan faults, RequestJournal journal)
{
    private const string Xml = "application/xml";

    /// <summary>Of the older listing, which the classic CLI's <c>oss ls</c> sends. Source: aliyun-cli.md §14.</summary>
    private static readonly string[] ListObjectsParameters = ["prefix", "delimiter", "max-keys", "marker", "encoding-type"];

    public Task AnswerAsync(HttpContext context, WireRequest request)
    {
        OssTarget target = OssTarget.Of(request);
        string requestId = Guid.NewGuid().ToString("N")[..24].ToUpperInvariant();
        context.Response.Headers["x-oss-request-id"] = requestId;
        string host = context.Request.Host.Value ?? "";
        return new Exchange(cloud, faults, journal).PlayAsync(context, request, Action(request, target), requestId, () => Execute(request, target, requestId, host));
    }

    internal static string Action(WireRequest request, OssTarget target) => (target.Bucket, target.Key) switch
    {
        (null, _) => "ListBuckets",
        (_, "") when request.Query.Any(p => p.Key == "location") => "GetBucketLocation",
        (_, "") when request.Query.Any(p => p is { Key: "list-type", Value: "2" }) => "ListObjectsV2",
        (_, "") when request.Query.All(p => ListObjectsParameters.Contains(p.Key)) => "ListObjects",
        (_, "") => "BucketOperation",
        _ when request.Method == "HEAD" => "HeadObject",
        _ => "GetObject",
    };

    private Answer Execute(WireRequest request, OssTarget target, string requestId, string host)
    {
        try
        {
            Account account = OssSignature.Verify(request, target, cloud.Keys, cloud.Region, cloud.Now);
            string action = Action(request, target);
            if (request.Method is not ("GET" or "HEAD") || action == "BucketOperation")
            {
                throw new OssException(501, "NotImplemented", $"The emulator does not answer {request.Method} {request.RawPath}?{request.RawQuery}.");
            }

            QueryCheck(request, action);
            JsonObject[] buckets = account.OwnsSeeds ? [.. cloud.Catalog.Buckets] : [];
            return action switch
            {
                "ListBuckets" => Document(BucketListing.Of(buckets, request, account.Uid)),
                "GetBucketLocation" => Document(new XElement("LocationConstraint", Bucket(buckets, target)["Location"]!.GetValue<string>())),
                "ListObjectsV2" or "ListObjects" => Document(ObjectListing.Of(Here(buckets, target), cloud.Catalog, request, action == "ListObjectsV2")),
                _ => Object(Here(buckets, target), target.Key, request.Method == "HEAD"),
            };
        }
        catch (OssException error)
        {
            var body = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message),
                new XElement("RequestId", requestId), new XElement("HostId", host), error.Details.Select(d => new XElement(d.Name, d.Value)));
            Answer answer = Document(body) with { Status = error.Status };
            return request.Method == "HEAD"
                ? answer with { Body = [], Headers = new Dictionary<string, string> { ["x-oss-err"] = Convert.ToBase64String(answer.Body) } }
                : answer;
        }
    }

    private void QueryCheck(WireRequest request, string action)
    {
        string[] known = action switch
        {
            "ListBuckets" => ["prefix", "marker", "max-keys"],
            "GetBucketLocation" => ["location"],
            "ListObjects" => ListObjectsParameters,
            "ListObjectsV2" => ["list-type", "prefix", "delimiter", "max-keys", "continuation-token", "start-after", "encoding-type", "fetch-owner"],
            _ => [],
        };
        if (!cloud.Options.Loose && request.Query.FirstOrDefault(p => !known.Contains(p.Key) && p.Key != "security-token").Key is string other)
        {
            throw new OssException(400, "InvalidArgument", $"{action} has no parameter {other}.");
        }
    }

    private static JsonObject Bucket(JsonObject[] buckets, OssTarget target) =>
        buckets.FirstOrDefault(b => b["Name"]!.GetValue<string>() == target.Bucket)
        ?? throw new OssException(404, "NoSuchBucket", "The specified bucket does not exist.") { Details = [("BucketName", target.Bucket!)] };

    /// <summary>The bucket, when it lives in this emulator's region.</summary>
    /// <remarks>Source: openapi.md §8 (wrong-region access needs the bucket's own endpoint); code from the vendor's documentation.</remarks>
    private JsonObject Here(JsonObject[] buckets, OssTarget target)
    {
        JsonObject bucket = Bucket(buckets, target);
        return bucket["Region"]!.GetValue<string>() == cloud.Region
            ? bucket
            : throw new OssException(403, "AccessDenied", "The bucket you are attempting to access must be addressed using the specified endpoint.")
            {
                Details = [("Bucket", target.Bucket!), ("Endpoint", bucket["ExtranetEndpoint"]!.GetValue<string>())],
            };
    }

    private Answer Object(JsonObject bucket, string key, bool head)
    {
        string name = bucket["Name"]!.GetValue<string>();
        if (!cloud.Catalog.BucketObjects[name].Contains(key))
        {
            throw new OssException(404, "NoSuchKey", "The specified key does not exist.") { Details = [("Key", key)] };
        }

        StoredObject stored = StoredObject.Of(name, key);
        var headers = new Dictionary<string, string>
        {
            ["ETag"] = stored.ETag,
            ["x-oss-object-type"] = "Normal",
            ["x-oss-storage-class"] = "Standard",
            ["Last-Modified"] = ObjectListing.LastModified.ToString("r", CultureInfo.InvariantCulture),
        };
        if (head)
        {
            return new Answer(200, "application/octet-stream", []) { Headers = headers, DeclaredLength = stored.Size };
        }

        return stored.Content is byte[] content
            ? new Answer(200, key.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/octet-stream", content) { Headers = headers }
            : throw new OssException(501, "NotImplemented", $"The emulator knows the size of {key} but not its content.");
    }

    private static Answer Document(XElement root) =>
        new(200, Xml, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}"));
}
