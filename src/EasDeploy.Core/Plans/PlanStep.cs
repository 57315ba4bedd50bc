namespace EasDeploy.Plans;

/// <summary>What a step does.</summary>
public enum PlanAction
{
    /// <summary>Write the live body, its labels and scaling rules to the state folder.</summary>
    BackUp,

    /// <summary>Delete the service that has the name.</summary>
    DeleteService,

    /// <summary>Wait until DescribeService knows the name no more.</summary>
    WaitUntilGone,

    /// <summary>Query the catalogs and check again, as the workflow demands before a second creation.</summary>
    CheckAgain,

    CreateService,

    /// <summary>Change the service in place, as a new version.</summary>
    UpdateService,
    WaitUntilRunning,
}

/// <summary>One step of a plan.</summary>
/// <param name="Precondition">What must hold before it, in words; empty = nothing.</param>
/// <param name="IsDangerous">Something that serves goes away.</param>
public sealed record PlanStep(PlanAction Action, string Precondition, bool IsDangerous = false)
{
    /// <summary>What it does, for people.</summary>
    public string Title => Action switch
    {
        PlanAction.BackUp => "back up the live service to the state folder",
        PlanAction.DeleteService => "delete the live service",
        PlanAction.WaitUntilGone => "wait until the name is free",
        PlanAction.CheckAgain => "query the catalogs and check again",
        PlanAction.CreateService => "create the service",
        PlanAction.UpdateService => "update the service in place",
        _ => "wait until it is Running",
    };

    internal static PlanStep Of(PlanAction action, string serviceName) => action switch
    {
        PlanAction.BackUp => new(action, "the state folder can be written"),
        PlanAction.DeleteService => new(action, "the backup is written, no safety lock, no other deployer", IsDangerous: true),
        PlanAction.WaitUntilGone => new(action, "the deletion was asked for"),
        PlanAction.CheckAgain => new(action, "the name is free"),
        PlanAction.CreateService => new(action, $"no service '{serviceName}' exists and every rule agrees"),
        PlanAction.UpdateService => new(action, "the live version is still the planned one, no other deployer"),
        _ => new(action, "the write was accepted"),
    };
}
