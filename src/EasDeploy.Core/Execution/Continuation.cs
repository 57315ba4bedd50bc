namespace EasDeploy.Execution;

/// <summary>What a run finds when an earlier one did not come to its end.</summary>
internal enum Continuation
{
    /// <summary>Nothing is under way: plan as if for the first time.</summary>
    Afresh,

    /// <summary>The old service is gone or going, the new one is not there: create it.</summary>
    Create,

    /// <summary>The new one is there and of the wanted config: wait for it.</summary>
    Wait,

    /// <summary>The new one is there and of no use; the backup is of the one before it.</summary>
    Replace,

    /// <summary>The earlier run was bringing the old one back: go on with that.</summary>
    Restore,
}

/// <summary>Reads an unfinished journal against what is live.</summary>
internal static class Continuations
{
    /// <param name="journal">Not closed.</param>
    /// <param name="isOurs">The label of the live service names this journal's run, or one before it.</param>
    /// <param name="isSame">The live document is what is wanted.</param>
    /// <param name="configHash">SHA-256 of the config wanted now.</param>
    /// <param name="isResume">The author asked to continue, not to deploy: then a rollback under way goes on too.</param>
    public static Continuation Of(DeploymentJournal journal, LiveService? live, bool isOurs, bool isSame, string configHash, bool isResume)
    {
        if (isResume && journal.IsRestoring)
        {
            return Continuation.Restore;
        }

        if (live is null or { Status: ServiceStatus.Deleting })
        {
            return journal.HasBackup || journal.Has("CreateService") ? Continuation.Create : Continuation.Afresh;
        }

        bool isNew = isOurs && live.CreateTime != journal.CreatedBefore;
        if (!isOurs || (!isNew && journal.VersionBefore is null))
        {
            return Continuation.Afresh;
        }

        if (journal.IsAccepted && live.Status == ServiceStatus.Running && !isResume)
        {
            return Continuation.Afresh;
        }

        // The labels of an update are written before it is sent: only the document tells that it was.
        bool isWanted = isNew ? ServiceLabels.ConfigOf(live) == configHash : isSame;
        bool hasFailed = live.Status is ServiceStatus.Failed or ServiceStatus.DeleteFailed or ServiceStatus.Stopped;
        bool hasMoved = isNew || live.LatestVersion > journal.LatestBefore || !ServiceStatus.IsSettled(live.Status);
        return (hasFailed, isWanted, hasMoved) switch
        {
            (true, _, _) when isNew && journal.HasBackup => Continuation.Replace,
            (false, true, true) => Continuation.Wait,
            (false, false, _) when isNew && journal.HasBackup && live.Status != ServiceStatus.Running => Continuation.Replace,
            _ => Continuation.Afresh,
        };
    }
}
