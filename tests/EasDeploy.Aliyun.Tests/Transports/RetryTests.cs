using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Aliyun.Tests.Transports;

[TestClass]
public sealed class RetryTests
{
    private const string Read = "ListServices";
    private const string Write = "CreateService";
    private static readonly StubAnswer Good = StubAnswer.Json("""{"Status":"Running"}""");

    public required TestContext TestContext { get; init; }

    private static IEnumerable<object[]> FailuresThatPass()
    {
        foreach (string action in new[] { Read, Write })
        {
            yield return [action, Error(400, "Throttling.User"), 9];
            yield return [action, Error(503, "Rejected.Throttling"), 9];
            yield return [action, StubAnswer.Page("slow down", 429), 9];
        }

        yield return [Read, Error(500, "InternalError"), 3];
        yield return [Read, Error(503, "ServiceUnavailable"), 3];
        yield return [Read, Error(400, "SystemBusy"), 3];
        yield return [Read, Error(400, "SignatureNonceUsed"), 2];
        yield return [Read, StubAnswer.Page("<title>502 Bad Gateway</title>", 502), 3];
        yield return [Read, StubAnswer.Page("<title>Log in</title>", 200), 1];
        yield return [Read, StubAnswer.Reset(), 3];
        yield return [Read, StubAnswer.Reset(1000), 3];
    }

    private static IEnumerable<object[]> FailuresThatStay()
    {
        yield return [Write, Error(500, "InternalError")];
        yield return [Write, Error(503, "ServiceUnavailable")];
        yield return [Write, Error(400, "SignatureNonceUsed")];
        yield return [Write, StubAnswer.Page("<title>502 Bad Gateway</title>", 502)];
        yield return [Write, StubAnswer.Reset()];
        yield return [Write, StubAnswer.Reset(1000)];
        foreach (string action in new[] { Read, Write })
        {
            yield return [action, Error(400, "InvalidParameter")];
            yield return [action, Error(403, "NoPermission")];
            yield return [action, Error(404, "InvalidService.NotFound")];
            yield return [action, Error(409, "Conflict")];
            yield return [action, Error(400, "SignatureDoesNotMatch")];
        }
    }

    [TestMethod]
    [DynamicData(nameof(FailuresThatPass))]
    public async Task A_failure_that_passes_is_outlasted(string action, object failure, int times)
    {
        using WireStub stub = new([.. Enumerable.Repeat((StubAnswer)failure, times), Good]);
        using HttpsTransport transport = Transport(stub);
        (await transport.SendAsync(Request(action), TestContext.CancellationToken)).Dispose();

        Assert.AreEqual(times + 1, stub.Requests.Count);
        Assert.AreEqual(times + 1, stub.Requests.Select(request => request.Headers["x-acs-signature-nonce"]).Distinct().Count());
    }

    [TestMethod]
    [DynamicData(nameof(FailuresThatPass))]
    public async Task A_failure_that_does_not_pass_is_told(string action, object failure, int times)
    {
        using WireStub stub = new((StubAnswer)failure);
        using HttpsTransport transport = Transport(stub);
        await Assert.ThrowsExactlyAsync<CloudException>(() => transport.SendAsync(Request(action), TestContext.CancellationToken));

        Assert.AreEqual(times + 1, stub.Requests.Count);
    }

    [TestMethod]
    [DynamicData(nameof(FailuresThatStay))]
    public async Task What_repeating_cannot_help_or_could_double_is_sent_once(string action, object failure)
    {
        using WireStub stub = new((StubAnswer)failure, Good);
        using HttpsTransport transport = Transport(stub);
        await Assert.ThrowsExactlyAsync<CloudException>(() => transport.SendAsync(Request(action), TestContext.CancellationToken));

        Assert.AreEqual(1, stub.Requests.Count);
    }

    [TestMethod]
    [DataRow("x-acs-retry-after", "700", 700)]
    [DataRow("Retry-After", "3", 3000)]
    [DataRow("x-acs-retry-after", "600000", 60_000)]
    public async Task The_pause_the_server_asks_for_is_kept(string header, string value, int pauseInMs)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(pauseInMs);
        TimerWatch clock = new(pause);
        using WireStub stub = new(Error(400, "Throttling") with { Headers = new Dictionary<string, string> { [header] = value } });
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, clock, () => 0);
        using CancellationTokenSource cancel = new();
        Task sending = transport.SendAsync(Request(Read) with { Timeout = pause * 3 }, cancel.Token);
        await clock.Started.WaitAsync(TestContext.CancellationToken);

        Assert.AreEqual(1, stub.Requests.Count);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
    }

    [TestMethod]
    public async Task A_clock_that_is_off_is_corrected_once_and_stays_corrected()
    {
        DateTimeOffset server = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        FakeTimeProvider clock = new(server.AddHours(-3));
        using WireStub stub = new(request => request.Headers["x-acs-date"] == "2026-03-04T05:06:07Z" ? Good : Skewed(server));
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, clock, () => 0);
        (await transport.SendAsync(Request(Write), TestContext.CancellationToken)).Dispose();
        (await transport.SendAsync(Request(Read), TestContext.CancellationToken)).Dispose();

        Assert.AreEqual(3, stub.Requests.Count);
    }

    [TestMethod]
    public async Task A_server_that_never_likes_the_date_is_asked_twice()
    {
        using WireStub stub = new(Skewed(DateTimeOffset.UnixEpoch));
        using HttpsTransport transport = Transport(stub);
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(
            () => transport.SendAsync(Request(Read), TestContext.CancellationToken));

        Assert.AreEqual("EAS7108", refusal.Descriptor.Code);
        Assert.AreEqual(2, stub.Requests.Count);
    }

    [TestMethod]
    public async Task When_everything_fails_retries_run_out()
    {
        using WireStub stub = new(Error(500, "InternalError"));
        using HttpsTransport transport = Transport(stub);
        const int Calls = 40;
        for (int i = 0; i < Calls; i++)
        {
            await Assert.ThrowsExactlyAsync<CloudException>(() => transport.SendAsync(Request(Read), TestContext.CancellationToken));
        }

        Assert.AreEqual(Calls + 30, stub.Requests.Count);
    }

    /// <summary>A clock that tells when somebody starts to wait for a certain time.</summary>
    private sealed class TimerWatch(TimeSpan due) : TimeProvider
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == due)
            {
                _started.TrySetResult();
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private static StubAnswer Error(int status, string code) =>
        StubAnswer.Json($$"""{"Code":"{{code}}","Message":"m","RequestId":"R"}""", status);

    private static StubAnswer Skewed(DateTimeOffset date) => Error(400, "InvalidTimeStamp.Expired") with
    {
        Headers = new Dictionary<string, string> { ["Date"] = date.ToString("R") },
    };

    private static HttpsTransport Transport(WireStub stub) => new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);

    private static ApiRequest Request(string action) => new()
    {
        Product = ApiProduct.Eas,
        Action = action,
        Method = action == Write ? HttpMethod.Post : HttpMethod.Get,
        Path = "/api/v2/services",
        Body = action == Write ? "{}"u8.ToArray() : null,
    };
}
