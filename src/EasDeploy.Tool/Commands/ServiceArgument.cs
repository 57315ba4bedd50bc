using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;

namespace EasDeploy.Tool.Commands;

/// <summary>The name of an existing service.</summary>
internal sealed class ServiceArgument : Argument<string>
{
    public ServiceArgument()
        : base("name")
    {
        Description = "Name of the service.";

        // A variable that is not set, in a script: nothing may be asked of the cloud then, and nothing deleted.
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && string.IsNullOrWhiteSpace(given))
            {
                result.AddError("the name of the service is empty");
            }
        });
    }

    /// <exception cref="StoppedException">EAS8051: no such service; the message has the nearest name there is.</exception>
    public static async Task<LiveService> FindAsync(AliyunCloud cloud, string name, string region, CancellationToken ct)
    {
        if (await cloud.DescribeServiceAsync(name, ct) is { } service)
        {
            return service;
        }

        IReadOnlyList<LiveService> all = await cloud.Eas.ListServicesAsync(null, ct);
        string repair = NearestName.Of(name, all.Select(one => one.Name).Where(other => other != name)) is { } nearest
            ? $"Write '{nearest}'"
            : "'dotnet eas list services' shows those there are, --region another region";
        throw new StoppedException(ExitCode.DiagnosticsSayNo, ToolDiagnostics.NoSuchService.At(SourceLocation.None, name.Shown(), region, repair));
    }
}
