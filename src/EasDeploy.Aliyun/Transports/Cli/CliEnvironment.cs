using EasDeploy.Aliyun.Credentials;

namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>Environment of the child: what it needs to answer in the one form we read.</summary>
/// <remarks>Source: aliyun-cli.md sections 1 (point 9), 7, 10, 12, 13 and 16. Null removes a variable.</remarks>
internal static class CliEnvironment
{
    /// <summary>No colours, no agent mode, no retries of its own, no dump of signed headers, no recorded answers.</summary>
    public static IReadOnlyDictionary<string, string?> Quiet { get; } = new Dictionary<string, string?>
    {
        ["NO_COLOR"] = "1",
        ["ALIBABA_CLOUD_CLI_AI_MODE"] = "0",
        ["ALIBABA_CLOUD_THROTTLING_RETRY_ENABLED"] = "false",
        ["ALIBABA_CLOUD_CLI_PLUGIN_AUTO_INSTALL"] = null,
        ["ALIBABA_CLOUD_CLI_MOCK"] = null,
        ["ALIBABA_CLOUD_CLI_MOCK_PATH"] = null,
        ["ALIBABA_CLOUD_ENDPOINT"] = null,
        ["ALIBABA_CLOUD_ENDPOINT_TYPE"] = null,
        ["DEBUG"] = null,
    };

    /// <summary>On loopback also the emulator's keys in place of every other, and no proxy.</summary>
    public static IReadOnlyDictionary<string, string?> For(CloudSettings settings)
    {
        if (!settings.IsLoopback)
        {
            return Quiet;
        }

        Dictionary<string, string?> variables = new(Quiet)
        {
            ["ALIBABA_CLOUD_IGNORE_PROFILE"] = "TRUE",
            ["NO_PROXY"] = "127.0.0.1,localhost",
        };
        foreach (string name in (string[])["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "no_proxy"])
        {
            variables[name] = null;
        }

        string[] prefixes = ["ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_", ""];
        string[] secrets = ["ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SECURITY_TOKEN", "PROFILE", "ROLE_ARN", "OIDC_TOKEN_FILE", "CREDENTIALS_URI", "BEARER_TOKEN"];
        foreach (string name in prefixes.SelectMany(prefix => secrets, (prefix, secret) => prefix + secret))
        {
            variables[name] = null;
        }

        variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = EmulatorCredentials.AccessKeyId;
        variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = EmulatorCredentials.AccessKeySecret;
        return variables;
    }
}
