using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Sts;

/// <summary>STS: temporary credentials that the emulator then really takes, until they expire.</summary>
/// <remarks>Source: openapi.md §9.3, §4.3. Roles are not kept: any role of the two accounts exists unless its name is <c>no-such-role</c>.</remarks>
internal static partial class StsOperations
{
    private const long Shortest = 900;
    private const long Longest = 43_200;
    private const string MissingRole = "no-such-role";

    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        new("sts", "AssumeRole", Fidelity.Faithful, "Any role of a test account exists, except one named no-such-role.", AssumeRole),
        new("sts", "AssumeRoleWithOIDC", Fidelity.Assumed, "The token is not verified.", AssumeRoleWithOidc),
        new("sts", "GetCallerIdentity", Fidelity.Faithful, "", GetCallerIdentity),
    ];

    private static JsonObject AssumeRole(ApiCall call) => Session(call);

    private static JsonObject AssumeRoleWithOidc(ApiCall call)
    {
        JsonObject answer = Session(call);
        answer["OIDCTokenInfo"] = new JsonObject { ["Issuer"] = call.Required("OIDCProviderArn"), ["Subject"] = call.Required("RoleSessionName") };
        return answer;
    }

    private static JsonObject GetCallerIdentity(ApiCall call)
    {
        (string uid, string? session) = call.Account;
        return new JsonObject
        {
            ["AccountId"] = uid,
            ["UserId"] = uid,
            ["PrincipalId"] = session is null ? uid : $"3{uid[1..]}:{session.Split('/')[1]}",
            ["IdentityType"] = session is null ? "Account" : "AssumedRoleUser",
            ["Arn"] = session is null ? $"acs:ram::{uid}:root" : $"acs:ram::{uid}:assumed-role/{session}",
            ["RoleId"] = session is null ? "" : $"3{uid[1..]}",
        };
    }

    private static JsonObject Session(ApiCall call)
    {
        string arn = call.Required("RoleArn");
        string name = call.Required("RoleSessionName");
        long seconds = call.Number("DurationSeconds") ?? 3600;
        Match role = RoleArn().Match(arn);
        Refuse(!role.Success, "RoleArn");
        Refuse(!SessionName().IsMatch(name), "RoleSessionName");
        Refuse(seconds is < Shortest or > Longest, "DurationSeconds");
        Refuse(call.Text("Policy") is { Length: > 0 } policy && JsonBody.TryParse(policy) is not JsonObject, "PolicyGrammar");
        string uid = role.Groups[1].Value;
        string roleName = role.Groups[2].Value;
        if (roleName == MissingRole || uid is not (Account.FirstUid or Account.SecondUid))
        {
            throw new ApiException(404, "EntityNotExist.Role", $"The role {arn} does not exist.");
        }

        DateTimeOffset expires = call.Cloud.Now.AddSeconds(seconds);
        (string id, string secret, string token) = call.Cloud.Keys.Issue(new Account(uid, $"{roleName}/{name}"), expires);
        return new JsonObject
        {
            ["AssumedRoleUser"] = new JsonObject { ["Arn"] = $"acs:ram::{uid}:role/{roleName}/{name}", ["AssumedRoleId"] = $"3{uid[1..]}:{name}" },
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = id,
                ["AccessKeySecret"] = secret,
                ["SecurityToken"] = token,
                ["Expiration"] = expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
        };
    }

    private static void Refuse(bool wrong, string name)
    {
        if (wrong)
        {
            throw new ApiException(400, $"InvalidParameter.{name}", $"The parameter {name} is wrongly formed.");
        }
    }

    [GeneratedRegex("^acs:ram::([0-9]+):role/([A-Za-z0-9.-]{1,64})$", RegexOptions.IgnoreCase)]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^[A-Za-z0-9.@_-]{2,64}$")]
    private static partial Regex SessionName();
}
