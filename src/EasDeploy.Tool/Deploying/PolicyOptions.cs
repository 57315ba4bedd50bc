using System.CommandLine;
using EasDeploy.Specs;
using EasDeploy.Tool.Commands;

namespace EasDeploy.Tool.Deploying;

/// <summary>How a deployment goes, as far as the command line says; what it leaves out, the project or the default says.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<OnExisting?> _onExisting = new("--on-existing") { Description = "When the name exists: Recreate (default) deletes and creates, Update changes in place, Fail stops.", HelpName = "recreate|update|fail" };
    private readonly Option<bool> _noWait = new("--no-wait") { Description = "Return when the cloud has accepted it: exit code 5." };
    private readonly Option<VerifyLevel?> _verify = new("--verify") { Description = "What a new service must answer: Gateway (default), Model, or None.", HelpName = "gateway|model|none" };
    private readonly Option<bool> _noRollback = new("--no-rollback") { Description = "Leave what was made when it does not come to run." };
    private readonly CountOption _timeout = new("--timeout", "Limit of the wait in seconds. Default: what the health check allows and 600 for the image.", "seconds");
    private readonly CountOption _maxParallel = new("--max-parallel", "Services side by side. Default: 4.", "count");

    public IReadOnlyList<Option> All => [_onExisting, _noWait, _verify, _noRollback, _timeout, _maxParallel];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    public DeploymentPolicy Over(ParseResult parsed, DeploymentPolicy policy) => policy with
    {
        OnExisting = parsed.GetValue(_onExisting) ?? policy.OnExisting,
        RollbackOnFailure = policy.RollbackOnFailure && !parsed.GetValue(_noRollback),
        Verify = parsed.GetValue(_verify) ?? policy.Verify,
        Wait = policy.Wait && !parsed.GetValue(_noWait),
        WaitTimeout = parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : policy.WaitTimeout,
    };

    public int MaxParallel(ParseResult parsed, int otherwise) => parsed.GetValue(_maxParallel) ?? otherwise;
}
