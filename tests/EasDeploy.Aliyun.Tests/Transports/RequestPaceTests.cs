using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports.Retries;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Transports;

/// <summary>One pace for all attempts of a run, learnt from what the cloud lets through.</summary>
[TestClass]
public sealed class RequestPaceTests
{
    private readonly InstantClock _clock = new();

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(0.05)]
    [DataRow(0.2)]
    public void A_cloud_that_refuses_a_share_whatever_the_pace_does_not_slow_the_run_down(double share)
    {
        RequestPace pace = new(_clock);
        Random chance = new(20261123);
        double slowest = double.MaxValue;
        for (int answer = 0; answer < 20_000; answer++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            pace.Answered(chance.NextDouble() < share);
            slowest = Math.Min(slowest, pace.PerSecond);
        }

        Assert.IsGreaterThan(100, slowest, "a hundred services that poll every two seconds must still find room");
    }

    [TestMethod]
    public void Under_a_limit_the_pace_settles_right_above_it_and_rises_when_the_limit_goes()
    {
        RequestPace pace = new(_clock);
        for (int second = 0; second < 8; second++)
        {
            Answer(pace, let: 20, refused: (int)pace.PerSecond - 20);
        }

        Assert.IsInRange(20, 27, pace.PerSecond);
        for (int second = 0; second < 20; second++)
        {
            Answer(pace, let: (int)pace.PerSecond, refused: 0);
        }

        Assert.AreEqual(500, pace.PerSecond);
    }

    [TestMethod]
    public void A_cloud_that_refuses_everything_is_asked_twice_a_second_and_not_less()
    {
        RequestPace pace = new(_clock);
        for (int second = 0; second < 8; second++)
        {
            Answer(pace, let: 0, refused: 40);
        }

        Assert.AreEqual(2, pace.PerSecond);
    }

    [TestMethod]
    public async Task More_than_the_pace_allows_waits_for_its_turn()
    {
        RequestPace pace = new(_clock);
        DateTimeOffset start = _clock.GetUtcNow();
        for (int i = 0; i < 1500; i++)
        {
            await pace.TakeAsync(TestContext.CancellationToken);
        }

        Assert.IsInRange(1.99, 2.01, (_clock.GetUtcNow() - start).TotalSeconds, "500 at once, 500 a second from then on");
    }

    /// <summary>Repeated attempts count: the pace must not wait until a call has used up its repetitions.</summary>
    [TestMethod]
    public async Task A_throttled_attempt_slows_the_next_ones_while_its_call_is_still_repeated()
    {
        const double Limit = 10;
        RetryPipeline<string> pipeline = new(_clock, () => 0);
        List<bool> letThrough = [];
        (double room, DateTimeOffset at) = (Limit, _clock.GetUtcNow());
        int done = 0;
        for (int i = 0; i < 200; i++)
        {
            try
            {
                await pipeline.RunAsync(Request, (call, _) => ValueTask.FromResult(Attempt(call)), TestContext.CancellationToken);
                done++;
            }
            catch (CloudException exception)
            {
                Assert.AreEqual(CloudDiagnostics.Throttled, exception.Descriptor);
            }
        }

        double first = letThrough.Take(200).Count(isLet => !isLet) / 200.0;
        double last = letThrough.TakeLast(200).Count(isLet => !isLet) / 200.0;
        Assert.IsGreaterThan(0.7, first, "the cloud must have refused");
        Assert.IsLessThan(0.35, last, "and be left in peace soon");
        Assert.IsGreaterThan(150, done);

        Attempt<string> Attempt(ApiCall call)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            room = Math.Min(Limit, room + ((_clock.GetUtcNow() - at).TotalSeconds * Limit));
            at = _clock.GetUtcNow();
            letThrough.Add(room >= 1);
            room -= room >= 1 ? 1 : 0;
            return letThrough[^1]
                ? new Attempt<string>(call, "", null)
                : new Attempt<string>(call, null, CloudException.Of(CloudDiagnostics.Throttled, null, "ListServices", "Throttling", "R", "m"));
        }
    }

    private static ApiRequest Request => new() { Product = ApiProduct.Eas, Action = "ListServices", Method = HttpMethod.Get, Path = "/api/v2/services" };

    /// <summary>One second of answers, the refused ones evenly among the others.</summary>
    private void Answer(RequestPace pace, int let, int refused)
    {
        int all = let + refused;
        for (int i = 0; i < all; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1) / all);
            pace.Answered(isThrottled: (i + 1) * let / all == i * let / all);
        }
    }
}
