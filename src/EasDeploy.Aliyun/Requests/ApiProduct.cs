namespace EasDeploy.Aliyun.Requests;

/// <summary>How a product names its operations on the wire.</summary>
public enum ApiStyle
{
    /// <summary>REST paths and JSON bodies.</summary>
    ROA,

    /// <summary><c>POST /</c>, parameters in the query, the action in a header.</summary>
    RPC,
}

/// <summary>One API product.</summary>
/// <param name="Id">The product's id, also for the CLI: <c>aliyun &lt;id&gt; …</c>.</param>
/// <param name="Version">API version, <c>yyyy-MM-dd</c>.</param>
/// <remarks>Source: openapi.md section 2.</remarks>
public sealed record ApiProduct(string Id, string Version, ApiStyle Style)
{
    public static ApiProduct Eas { get; } = new("eas", "2021-07-01", ApiStyle.ROA);

    public static ApiProduct AIWorkSpace { get; } = new("aiworkspace", "2021-02-04", ApiStyle.ROA);

    public static ApiProduct Ecs { get; } = new("ecs", "2014-05-26", ApiStyle.RPC);

    public static ApiProduct Vpc { get; } = new("vpc", "2016-04-28", ApiStyle.RPC);

    public static ApiProduct Nlb { get; } = new("nlb", "2022-04-30", ApiStyle.RPC);

    public static ApiProduct Sts { get; } = new("sts", "2015-04-01", ApiStyle.RPC);

    /// <summary>Object storage: XML, own signature, bucket in the host.</summary>
    public static ApiProduct Oss { get; } = new("oss", "2019-05-17", ApiStyle.ROA);
}
