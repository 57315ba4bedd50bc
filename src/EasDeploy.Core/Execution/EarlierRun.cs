using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>What an earlier run left in the state folder, and what this one makes of it.</summary>
internal sealed class EarlierRun(ServiceChange change)
{
    private const int MostRuns = 10;

    private DeploymentSurroundings Surroundings => change.Surroundings;

    /// <summary>Reads journal and backup.</summary>
    /// <param name="isAlone">The service is locked: what a finished run could not remove is removed now.</param>
    /// <returns>False when an unfinished run of another place is in the way; that is said.</returns>
    public bool Read(bool isAlone)
    {
        DeploymentJournal? journal = DeploymentJournal.Parse(Surroundings.State.Read(StateFile.Journal, change.Name));
        change.EarlierRuns = journal is null ? [] : [.. journal.EarlierRuns.Prepend(journal.Run).Take(MostRuns)];
        if (journal is null or { IsClosed: true })
        {
            if (isAlone && journal is not null && Surroundings.State.Read(StateFile.Backup, change.Name) is not null)
            {
                Surroundings.State.Remove(StateFile.Backup, change.Name);
            }

            return true;
        }

        string? place = journal.Service != change.Name ? $"service '{journal.Service}'"
            : journal.Region != Surroundings.Region ? $"region {journal.Region}"
            : journal.Account is { } account && Surroundings.Account is { } mine && account != mine ? $"account {account}"
            : null;
        if (place is not null)
        {
            change.Add(DeploymentDiagnostics.JournalElsewhere, place, Surroundings.State.Location);
            return false;
        }

        change.Earlier = journal;
        change.Backup = journal.HasBackup ? ServiceBackup.Parse(Surroundings.State.Read(StateFile.Backup, change.Name)) : null;
        return true;
    }

    /// <summary>Decides how to go on, and says so.</summary>
    public Continuation Continue(LiveService? live, ServiceConfig config, bool isResume)
    {
        if (change.Earlier is not { } journal)
        {
            return Continuation.Afresh;
        }

        Continuation way = Continuations.Of(
            journal,
            live,
            live is not null && change.IsOurs(live),
            live is not null && LiveDiff.Of(config, live, Surroundings.ReadVariable).IsEmpty,
            LivePrint.HashOf(config),
            isResume);
        if (way != Continuation.Afresh)
        {
            change.Add(DeploymentDiagnostics.Continued, $"{journal.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", way switch
            {
                Continuation.Create => "the old service is gone, and the new one is created now",
                Continuation.Wait => "the new one is there and waited for",
                Continuation.Replace => "the new one it left is replaced, and the backup of the old one is kept",
                _ => "the old one is brought back",
            });
        }
        else if (live is null || !change.IsOurs(live) || (live.Status == ServiceStatus.Running && !change.IsRestored(live)))
        {
            // What answers now is what a later rollback has to bring back. A restored one is in the backup, with scaling rules it may still lack.
            change.Backup = null;
        }

        return way;
    }

    /// <summary>Opens the journal of this run; what is known about the service before stays as long as it is not replaced by a better one.</summary>
    /// <exception cref="DeploymentStateException">Nothing may be sent.</exception>
    public void Begin(DeploymentPlan plan, Continuation way)
    {
        DeploymentJournal journal = change.NewJournal(LivePrint.HashOf(plan.Config), plan.Existing);
        bool keepsOld = change.Earlier is not null && (way != Continuation.Afresh || change.Backup is not null);
        change.Writes.Begin(keepsOld
            ? journal with
            {
                HasBackup = change.Backup is not null,
                CreatedBefore = change.Earlier!.CreatedBefore,
                VersionBefore = plan.Does(PlanAction.CreateService) ? null : change.Earlier.VersionBefore,
                LatestBefore = plan.Does(PlanAction.UpdateService) ? plan.Existing?.LatestVersion : change.Earlier.LatestBefore,
                Writes = change.Earlier.Writes,
            }
            : !plan.Does(PlanAction.UpdateService) ? journal
            : journal with { VersionBefore = plan.Existing?.CurrentVersion, LatestBefore = plan.Existing?.LatestVersion });
    }

    /// <summary>Closes the journal and removes the backup. A file that cannot be removed does no harm: the journal is read against what is live.</summary>
    public void Close()
    {
        try
        {
            if (Surroundings.State.Read(StateFile.Journal, change.Name) is { } written && DeploymentJournal.Parse(written) is { } journal)
            {
                Surroundings.State.Write(StateFile.Journal, change.Name, DeploymentJournal.Serialize(journal with { IsClosed = true, HasBackup = false }));
            }

            Surroundings.State.Remove(StateFile.Backup, change.Name);
        }
        catch (DeploymentStateException exception)
        {
            change.Log.Say($"The state folder could not be cleaned up: {exception.Message}");
        }
    }
}
