using System.Collections.Immutable;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>Whatever goes wrong, and wherever the process ends: the old service answers, or the new one does, or the backup can be restored.</summary>
[TestClass]
public sealed class FaultScheduleTests
{
    private const string Name = "qwen_chat";
    private const int Schedules = 10_000;
    private const int MostRuns = 4;

    [TestMethod]
    public async Task Ten_thousand_random_fault_schedules_leave_neither_a_gap_nor_a_false_success()
    {
        int[] endings = new int[Enum.GetValues<DeploymentOutcome>().Length];
        int killed = 0;
        Lock gate = new();
        await System.Threading.Tasks.Parallel.ForAsync(0, Schedules, async (seed, _) =>
        {
            FaultSchedule schedule = new(seed);
            IReadOnlyList<DeploymentOutcome> outcomes = await schedule.PlayAsync();
            lock (gate)
            {
                killed += schedule.Kills;
                foreach (DeploymentOutcome outcome in outcomes)
                {
                    endings[(int)outcome]++;
                }
            }
        });

        Assert.IsGreaterThan(Schedules / 4, killed, "the schedules must kill");
        Assert.IsGreaterThan(Schedules / 10, endings[(int)DeploymentOutcome.Running]);
        Assert.IsGreaterThan(Schedules / 20, endings[(int)DeploymentOutcome.Failed]);
        Assert.IsGreaterThan(Schedules / 20, endings[(int)DeploymentOutcome.Accepted], "some must not wait");
    }

    /// <summary>One life: an old service, or none, then runs with faults and kills, then one without.</summary>
    private sealed class FaultSchedule
    {
        private readonly Random _random;
        private readonly InstantClock _clock = new();
        private readonly ModelCloud _cloud;
        private readonly MemoryState _state = new();
        private readonly Recorder _recorder = new();
        private readonly int _seed;
        private readonly bool _hasOld;
        private readonly bool _newRuns;
        private readonly DeploymentPolicy _policy;
        private string? _old;
        private double _trouble;

        public FaultSchedule(int seed)
        {
            (_seed, _random, _cloud) = (seed, new Random(seed), new ModelCloud(_clock));
            (_hasOld, _newRuns) = (_random.Next(8) != 0, _random.Next(3) != 0);
            _policy = DeploymentPolicy.Default with
            {
                OnExisting = _random.Next(3) == 0 ? OnExisting.Update : OnExisting.Recreate,
                WaitTimeout = TimeSpan.FromSeconds(120),
            };
            _state.OnWrite = (_, _) => BeforeStateWrite();
        }

        public int Kills { get; private set; }

        public async Task<IReadOnlyList<DeploymentOutcome>> PlayAsync()
        {
            List<DeploymentOutcome> outcomes = [];
            if (_hasOld)
            {
                ReadOnlyMemory<byte> body = SampleServices.Config(SampleServices.Qwen(("Script", "serve-old --port 8000"))).Utf8;
                await _cloud.CreateServiceAsync(body, null, ImmutableDictionary<string, string>.Empty, CancellationToken.None);
                _clock.Advance(TimeSpan.FromMinutes(1));
                _old = _cloud.Answering(Name);
                Assert.IsNotNull(_old);
            }

            _cloud.Runs = text => _newRuns || !text.Contains("serve-new", StringComparison.Ordinal);
            _trouble = 0.02 + (_random.NextDouble() * 0.1);
            for (int run = _random.Next(1, MostRuns); run > 0; run--)
            {
                if (await TryRunAsync(isResume: run > 1 && _random.Next(3) == 0, waits: _random.Next(4) != 0) is { } outcome)
                {
                    outcomes.Add(outcome);
                }
            }

            _trouble = 0;
            DeploymentResult last = await RunAsync(isResume: false, waits: true);
            CheckInvariant("after the last run");
            if (_newRuns)
            {
                Assert.AreEqual(DeploymentOutcome.Running, last.Outcome, Say(string.Join('\n', last.Diagnostics)));
                Assert.Contains("serve-new", _cloud.Answering(Name)!, Say("the new one answers"));
                Assert.IsNull(_state.Read(StateFile.Backup, Name), Say("the backup is removed after success"));
                Assert.IsFalse(_cloud.LabelsOf(Name).ContainsKey("easdeploy.lease"), Say("the lease is given back"));
            }
            else
            {
                Assert.AreEqual(DeploymentOutcome.Failed, last.Outcome, Say("a service that fails\n" + string.Join('\n', last.Diagnostics)));
                Assert.AreEqual(_old, _cloud.Answering(Name), Say("the old one answers again\n" + string.Join('\n', last.Diagnostics)));
            }

            return outcomes;
        }

        private async Task<DeploymentOutcome?> TryRunAsync(bool isResume, bool waits)
        {
            try
            {
                DeploymentResult result = await RunAsync(isResume, waits);
                CheckInvariant("after a run");
                if (result.Outcome == DeploymentOutcome.Running)
                {
                    Assert.AreEqual("Running", _cloud.StatusOf(Name), Say("success of a service that is not Running"));
                }

                Assert.IsTrue(!waits || result.Outcome != DeploymentOutcome.Accepted, Say("who waits is told what became of it"));

                return result.Outcome;
            }
            catch (KilledException)
            {
                Kills++;
                CheckInvariant("after a kill");
                _clock.Advance(TimeSpan.FromSeconds(_random.Next(40)));
                CheckInvariant("some time after a kill");
                return null;
            }
        }

        private async Task<DeploymentResult> RunAsync(bool isResume, bool waits)
        {
            _recorder.Said.Add($"--- run, resume: {isResume}, waits: {waits}");
            ScriptedCloud catalog = new(_clock);
            DeploymentSurroundings surroundings = new("cn-hangzhou", _clock, () => 0.5, 1, new(_ => "look", "resume", "roll back", "deploy"))
            {
                Probe = new ScriptedProbe(_clock),
                State = _state,
                RunId = $"{_random.NextInt64():x16}{_random.NextInt64():x16}",
                Project = "App",
                Holder = "alice@runner",
            };
            ServicesDeployment deployment = new(catalog, new TroubledControlPlane(_cloud, BeforeCall, AfterWrite), surroundings, _recorder) { IsResume = isResume };
            ServiceItem item = SampleServices.Qwen(("Script", "serve-new --port 8000"));
            ImmutableArray<DeploymentResult> results = await deployment.RunAsync([SampleServices.Spec(item, _policy with { Wait = waits })], CancellationToken.None);
            return results[0];
        }

        private void BeforeCall(bool isWrite)
        {
            CheckInvariant("before a call");
            if (_random.NextDouble() < _trouble)
            {
                throw _random.Next(isWrite ? 5 : 3) switch
                {
                    0 => ScriptedCloud.Fault(CloudDiagnostics.Throttled),
                    1 => ScriptedCloud.Fault(CloudDiagnostics.ServerFault, mayHaveBeenExecuted: isWrite),
                    2 => Kill(),
                    3 => ScriptedCloud.Fault(CloudDiagnostics.ConnectionBroke, mayHaveBeenExecuted: true),
                    _ => ScriptedCloud.Fault(CloudDiagnostics.Refused),
                };
            }
        }

        private void AfterWrite()
        {
            CheckInvariant("after a write");
            if (_random.NextDouble() < _trouble)
            {
                throw _random.Next(2) == 0 ? Kill() : ScriptedCloud.Fault(CloudDiagnostics.NoAnswerInTime, mayHaveBeenExecuted: true);
            }
        }

        private void BeforeStateWrite()
        {
            if (_random.NextDouble() < _trouble)
            {
                throw _random.Next(3) == 0 ? new DeploymentStateException("No space left on device") : Kill();
            }
        }

        private static KilledException Kill() => new();

        private void CheckInvariant(string when)
        {
            if (_cloud.Answering(Name) is { } answering)
            {
                // What answered last is what must not be lost.
                _old = answering;
                return;
            }

            if (_old is null)
            {
                return;
            }

            ServiceBackup? backup = ServiceBackup.Parse(_state.Read(StateFile.Backup, Name));
            Assert.IsNotNull(backup, Say($"{when}: nothing answers and there is no backup"));
            Assert.AreEqual(_old, backup.Body, Say($"{when}: nothing answers, and the backup is not of the one that did"));
        }

        private string Say(string what) => $"seed {_seed}, {_policy.OnExisting}, new one runs: {_newRuns}, {_cloud.StatusOf(Name)}: {what}\n{_state.Text(StateFile.Journal)}\n{string.Join('\n', _recorder.Said.TakeLast(30))}";
    }

    private sealed class TroubledControlPlane(IControlPlane inner, Action<bool> before, Action afterWrite) : ControlPlaneFilter(inner)
    {
        protected override Task<T> ReadAsync<T>(Func<Task<T>> call, CancellationToken ct)
        {
            before(false);
            return call();
        }

        protected override async Task<T> WriteAsync<T>(string operation, bool isReversible, Func<Task<T>> call, CancellationToken ct)
        {
            before(true);
            T answer = await call();
            afterWrite();
            return answer;
        }
    }

    /// <summary>Keeps what was said, for the message of a failed assertion.</summary>
    private sealed class Recorder : IProgress<DeploymentProgress>
    {
        public List<string> Said { get; } = [];

        public void Report(DeploymentProgress value) => Said.Add(value.Diagnostic?.ToString() ?? value.Text.Split('\n')[0]);
    }

    /// <summary>The process ends here: nothing after it runs.</summary>
    private sealed class KilledException : Exception;
}
