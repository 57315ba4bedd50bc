using System.CommandLine;
using EasDeploy.Aliyun;

namespace EasDeploy.Tool.Commands;

/// <summary>The options of every verb that talks to the cloud. A credential is none of them: options are seen by every user of a machine.</summary>
internal sealed class CloudOptions
{
    private readonly Option<string> _region = new("--region") { Description = "Region id, for example cn-hangzhou. Default: ALIBABA_CLOUD_REGION_ID, then the profile's." };
    private readonly Option<string> _profile = new("--profile") { Description = "Profile of ~/.aliyun/config.json." };
    private readonly Option<string> _endpoint = new("--endpoint") { Description = "One base address for every product, for example a running emulator." };
    private readonly Option<TransportChoice> _transport = new("--transport") { Description = "Way to the cloud.", HelpName = "auto|https|aliyuncli" };
    private readonly Option<bool> _emulator = new("--emulator") { Description = "Start or find the bundled emulator: no account, no credentials." };

    public void AddTo(Command command)
    {
        command.Options.Add(_region);
        command.Options.Add(_profile);
        command.Options.Add(_endpoint);
        command.Options.Add(_transport);
        command.Options.Add(_emulator);
    }

    /// <summary>Opens the cloud these options name; one run id for all its calls.</summary>
    /// <exception cref="Diagnostics.CloudException">EAS70xx: no region, no credentials, no emulator.</exception>
    public Task<AliyunCloud> OpenAsync(ParseResult parsed, CancellationToken ct) => Read(parsed).OpenAsync(UserAgent.NewRunId(), ct);

    /// <summary>For messages; the cloud is open, so there is one.</summary>
    public string Region(ParseResult parsed) => Read(parsed).FindRegion() ?? "";

    public CloudAccess Read(ParseResult parsed) => new(
        parsed.GetValue(_region) ?? "",
        parsed.GetValue(_endpoint) ?? "",
        parsed.GetValue(_profile) ?? "",
        "",
        parsed.GetValue(_transport),
        parsed.GetValue(_emulator),
        EmulatorProgram.Assembly,
        EmulatorProgram.DotnetHost);
}
