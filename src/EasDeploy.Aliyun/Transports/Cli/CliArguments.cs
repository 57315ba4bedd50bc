using System.Globalization;
using System.Text;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>The spelling of a command.</summary>
public enum CliForm
{
    /// <summary><c>aliyun eas CreateService --ServiceName=…</c>: built in, needs no plugin.</summary>
    Classic,

    /// <summary><c>aliyun eas create-service --service-name=…</c>: plugins, or the engine of 3.5. Not tried with a real plugin.</summary>
    Kebab,
}

/// <summary>Turns a request into arguments. Every value stands behind <c>=</c>, so that none can be read as a flag.</summary>
/// <remarks>Source: aliyun-cli.md sections 1, 3, 4.3, 5 and 6.</remarks>
internal static class CliArguments
{
    private const int ConnectSeconds = 10;

    /// <param name="bodyFile">Null when the request has no body.</param>
    public static IReadOnlyList<string> Of(ApiRequest request, CloudSettings settings, ServiceHosts hosts, string? bodyFile, CliForm form)
    {
        List<string> arguments = [request.Product.Id, form == CliForm.Classic ? request.Action : Kebab(request.Action)];
        foreach ((string name, string value) in request.PathParameters.Concat(request.Query))
        {
            // Kebab commands keep RegionId for themselves and take the parameter under another name.
            string flag = form == CliForm.Classic ? name : name == "RegionId" ? "biz-region-id" : Kebab(name);
            arguments.Add($"--{flag}={value}");
        }

        Uri host = hosts.BaseAddress(request.Product);
        arguments.Add($"--region={settings.Region}");
        arguments.Add($"--endpoint={host.Authority}");
        if (host.Scheme == Uri.UriSchemeHttp)
        {
            arguments.Add("--insecure");
        }

        if (bodyFile is not null)
        {
            arguments.Add($"--body-file={bodyFile}");
            arguments.Add("--header=Content-Type=application/json");
        }

        arguments.Add($"--connect-timeout={ConnectSeconds}");
        arguments.Add($"--read-timeout={Math.Ceiling(request.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)}");
        arguments.Add($"--user-agent={UserAgent.AsHeader(settings.UserAgent)}");
        if (settings is { Profile: { Length: > 0 } profile, IsLoopback: false })
        {
            arguments.Add($"--profile={profile}");
        }

        return arguments;
    }

    /// <summary><c>DescribeVSwitches</c> → <c>describe-vswitches</c>: a dash before a capital that starts a word.</summary>
    internal static string Kebab(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]) && name[i - 1] != '.';
            text.Append(startsWord ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
