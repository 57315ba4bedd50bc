using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;
using Polly;
using Polly.Retry;

namespace EasDeploy.Aliyun.Transports.Retries;

/// <summary>Repeats attempts by <see cref="RetryRules"/>, with growing random pauses or the pause the server asked for, all at one <see cref="RequestPace"/>.</summary>
internal sealed class RetryPipeline<T>
    where T : class
{
    /// <summary>No attempt starts later than this after the first one.</summary>
    private static readonly TimeSpan TotalLimit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>A server that asks for more is asked again after this.</summary>
    private static readonly TimeSpan LongestHint = TimeSpan.FromSeconds(60);

    private readonly ResiliencePipeline<Attempt<T>> _pipeline;
    private readonly RetryBudget _budget = new();
    private readonly RequestPace _pace;
    private readonly TimeProvider _clock;
    private readonly Func<double> _chance;

    /// <param name="chance">Random number from 0 up to 1, for the pauses.</param>
    public RetryPipeline(TimeProvider clock, Func<double>? chance = null)
    {
        _clock = clock;
        _chance = chance ?? Random.Shared.NextDouble;
        _pace = new RequestPace(clock);
        _pipeline = new ResiliencePipelineBuilder<Attempt<T>> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt<T>>
            {
                MaxRetryAttempts = 12,
                ShouldHandle = retry => ValueTask.FromResult(
                    retry.Outcome.Result is { } attempt && IsRepeated(attempt, retry.AttemptNumber + 1)),
                DelayGenerator = retry => ValueTask.FromResult<TimeSpan?>(Pause(retry.Outcome.Result!, retry.AttemptNumber)),
            })
            .Build();
    }

    /// <param name="attempt">Sends once. Called again with the same call, which remembers what has been corrected.</param>
    public async Task<T> RunAsync(
        ApiRequest request, Func<ApiCall, CancellationToken, ValueTask<Attempt<T>>> attempt, CancellationToken ct)
    {
        ApiCall call = new(request, _clock.GetTimestamp());
        Attempt<T> last = await _pipeline
            .ExecuteAsync(static (state, token) => state.pipeline.InTurnAsync(state.call, state.attempt, token), (pipeline: this, attempt, call), ct).ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        if (last.Failure is { } failure)
        {
            throw failure;
        }

        _budget.Earn();
        return last.Answer!;
    }

    private async ValueTask<Attempt<T>> InTurnAsync(ApiCall call, Func<ApiCall, CancellationToken, ValueTask<Attempt<T>>> attempt, CancellationToken ct)
    {
        await _pace.TakeAsync(ct).ConfigureAwait(false);
        Attempt<T> made = await attempt(call, ct).ConfigureAwait(false);
        _pace.Answered(isThrottled: made.Failure?.Descriptor == CloudDiagnostics.Throttled);
        return made;
    }

    /// <param name="attempts">Attempts so far.</param>
    private bool IsRepeated(Attempt<T> attempt, int attempts)
    {
        if (attempt.Failure is not { } failure || _clock.GetElapsedTime(attempt.Call.StartedAt) > TotalLimit)
        {
            return false;
        }

        ApiCall call = attempt.Call;
        if (failure.Descriptor == CloudDiagnostics.ClockSkew && attempt.ServerTime is not null && !call.IsClockCorrected)
        {
            return call.IsClockCorrected = true;
        }

        if (RetryRules.IsAboutTemporaryKey(failure) && !call.IsKeyRenewed)
        {
            return call.NeedsNewKey = call.IsKeyRenewed = true;
        }

        return attempts < RetryRules.Attempts(call.Request, failure)
            && (failure.Descriptor == CloudDiagnostics.Throttled || _budget.TrySpend());
    }

    private TimeSpan Pause(Attempt<T> attempt, int number)
    {
        if (attempt.RetryAfter is { } hint)
        {
            // A little later than asked for, so that everybody who was told the same does not come back at once.
            return (hint < LongestHint ? hint : LongestHint) * (1 + (0.2 * _chance()));
        }

        TimeSpan ceiling = FirstPause * Math.Pow(2, number);
        return (ceiling < LongestPause ? ceiling : LongestPause) * _chance();
    }
}
