using EasDeploy.Diagnostics;

namespace EasDeploy.Specs;

/// <summary>What a deployment does when the name exists.</summary>
/// <remarks>Source: deployment workflow, step 6.3; design rulings K6, C27.</remarks>
public enum OnExisting
{
    /// <summary>Delete, wait until gone, create: also when nothing changed.</summary>
    Recreate,

    /// <summary>Stop, and show the status and endpoints of the existing service.</summary>
    Fail,

    /// <summary>Change in place.</summary>
    Update,
}

/// <summary>What a new service has to answer before it counts as deployed. MSBuild: <c>EasVerify</c>.</summary>
public enum VerifyLevel
{
    /// <summary>The status Running is enough.</summary>
    None,

    /// <summary>The gateway lets a call through to the service.</summary>
    Gateway,

    /// <summary>A language model lists its model and completes a word; any other service answers its declared probe path.</summary>
    Model,
}

/// <summary>How a service is deployed: project-wide values, overridden by the item's own.</summary>
/// <param name="WaitTimeout">Limit of the wait; null = derived (see <see cref="ServiceSpec.WaitTimeout"/>).</param>
public sealed record DeploymentPolicy(OnExisting OnExisting, bool Wait, TimeSpan? WaitTimeout, bool AutoSwitchInstance)
{
    /// <summary>Weights the author gives to codes.</summary>
    public SeverityOverrides Severities { get; init; } = SeverityOverrides.None;

    public VerifyLevel Verify { get; init; } = VerifyLevel.Gateway;

    /// <summary>Bring the old service back when the new one does not come to run. MSBuild: <c>EasRollbackOnFailure</c>.</summary>
    public bool RollbackOnFailure { get; init; } = true;

    public static DeploymentPolicy Default { get; } = new(OnExisting.Recreate, Wait: true, WaitTimeout: null, AutoSwitchInstance: true);
}
