using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;

// Arguments: address, state folder, deploy|resume|rollback, Recreate|Update (with +NoWait: EasWait=false), start command.
(string address, string statePath, string verb, string policy, string script) = (args[0], args[1], args[2], args[3], args[4]);
const string Region = "cn-hangzhou";
string runId = UserAgent.NewRunId();
CloudSettings settings = new() { Region = Region, Endpoint = new Uri(address), UserAgent = "EasDeploy.DeploymentHost" };
using AliyunCloud cloud = AliyunCloud.Open(settings, CredentialPlaces.OfThisProcess);
using ServiceProbe probe = new(settings.UserAgent);
DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
    cloud, probe, Region, isEmulated: true, statePath, "App", runId, 4, new(_ => "look", "resume", "roll back", "deploy"), CancellationToken.None);
SourceLocation place = new("App.csproj", 1, 1);
Dictionary<string, ItemValue> metadata = new()
{
    // An image that the registry of the emulator does not have: the service fails.
    ["Image"] = new(script.Contains("fails", StringComparison.Ordinal) ? "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/none:1.0-gpu" : "vllm:0.14.0-gpu", place),
    ["InstanceType"] = new("ecs.gn7i-c16g1.4xlarge", place),
    ["Script"] = new(script, place),
};
ServiceSpec spec = ServiceSpec.From(
    ServiceItem.Create("qwen_chat", place, metadata),
    DeploymentPolicy.Default with { OnExisting = Enum.Parse<OnExisting>(policy.Split('+')[0]), Wait = !policy.EndsWith("+NoWait", StringComparison.Ordinal) });
Spoken spoken = new();
ImmutableArray<DeploymentResult> results = verb == "rollback"
    ? await new ServicesRollback(cloud, surroundings, spoken).RunAsync([spec], CancellationToken.None)
    : await new ServicesDeployment(cloud, cloud, surroundings, spoken) { IsResume = verb == "resume" }.RunAsync([spec], CancellationToken.None);
Console.WriteLine($"outcome: {results[0].Outcome}");
return results[0].IsSuccess ? 0 : 1;

/// <summary>Everything said goes to standard output.</summary>
internal sealed class Spoken : IProgress<DeploymentProgress>
{
    public void Report(DeploymentProgress value) => Console.WriteLine(value.Diagnostic is { } finding ? $"{finding.Code}: {finding.Message}" : value.Text);
}
