using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Writes the intent of each remote write before it is sent, and its result afterwards.</summary>
/// <remarks>
/// Nothing is sent that the journal does not hold, with one exception: once something irreversible was sent, a disk that fails must not
/// leave neither the old service nor the new one, so the run goes on and says that it can no longer be resumed.
/// </remarks>
internal sealed class WriteBrackets(IDeploymentState state, TimeProvider clock, Action<string> complain)
{
    private bool _isCommitted;
    private bool _hasComplained;
    private DeploymentJournal? _journal;

    /// <summary>This run has a journal of its own; before, the one on the disk is an earlier run's.</summary>
    public bool HasBegun => _journal is not null;

    public DeploymentJournal Journal => _journal ?? throw new InvalidOperationException("a write before the journal was begun");

    /// <exception cref="DeploymentStateException">Not written: nothing may be sent.</exception>
    public void Begin(DeploymentJournal journal)
    {
        _journal = journal;
        Save(journal);
    }

    /// <summary>Changes what the journal says beside the writes.</summary>
    public void Note(Func<DeploymentJournal, DeploymentJournal> change) => Save(change(Journal));

    /// <param name="write">Name of the operation.</param>
    /// <param name="isReversible">A write that leaves every instance as it is, such as a label.</param>
    /// <exception cref="DeploymentStateException">The intent could not be written and nothing irreversible was sent before: this was not sent either.</exception>
    public async Task<T> SendAsync<T>(string write, bool isReversible, Func<Task<T>> send)
    {
        Save(Journal with { Writes = Journal.Writes.Add(new JournaledWrite(write, clock.GetUtcNow(), DeploymentJournal.Unknown)) });
        _isCommitted |= !isReversible;
        try
        {
            T answer = await send().ConfigureAwait(false);
            Conclude(DeploymentJournal.Done);
            return answer;
        }
        catch (CloudException exception)
        {
            Conclude(exception.MayHaveBeenExecuted ? DeploymentJournal.Unknown : exception.Descriptor.Code);
            throw;
        }
    }

    private void Conclude(string result)
    {
        JournaledWrite last = Journal.Writes[^1];
        Save(Journal with { Writes = Journal.Writes.SetItem(Journal.Writes.Length - 1, last with { Result = result }) });
    }

    private void Save(DeploymentJournal journal)
    {
        _journal = journal;
        try
        {
            state.Write(StateFile.Journal, journal.Service, DeploymentJournal.Serialize(journal));
        }
        catch (DeploymentStateException exception) when (_isCommitted)
        {
            if (!_hasComplained)
            {
                _hasComplained = true;
                complain(exception.Message);
            }
        }
    }
}
