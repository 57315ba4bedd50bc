using System.Collections.Immutable;

namespace EasDeploy.Tool.Wizard;

/// <summary>Regions offered when nothing names one; any other is passed with <c>--region</c>.</summary>
/// <remarks>Source: openapi.md section 2, regions of the product EAS; the API has no list without a region.</remarks>
internal static class Regions
{
    public static ImmutableArray<string> All { get; } =
    [
        "cn-beijing", "cn-chengdu", "cn-guangzhou", "cn-hangzhou", "cn-heyuan", "cn-hongkong", "cn-north-2-gov-1",
        "cn-shanghai", "cn-shanghai-finance-1", "cn-shenzhen", "cn-wulanchabu", "cn-zhangjiakou", "cn-zhongwei",
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5",
        "ap-southeast-7", "ap-southeast-8", "eu-central-1", "me-central-1", "me-east-1", "na-south-1", "us-east-1",
        "us-southeast-1", "us-west-1",
    ];
}
