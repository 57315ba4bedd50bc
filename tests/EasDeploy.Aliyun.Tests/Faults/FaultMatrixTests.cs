using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Ecs;
using EasDeploy.Aliyun.Nlb;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Vpc;
using EasDeploy.Diagnostics;
using EasDeploy.Emulator;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Faults;

/// <summary>Every operation of the client under every fault of the emulator, over real HTTP.</summary>
[TestClass]
public sealed class FaultMatrixTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void The_table_of_operations_is_the_clients()
    {
        Type[] clients = [typeof(EasClient), typeof(AIWorkSpaceClient), typeof(EcsClient), typeof(VpcClient), typeof(NlbClient), typeof(StsClient), typeof(OssClient)];
        string[] methods =
        [
            .. clients.SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(method => method.Name switch
                {
                    nameof(OssClient.ListFolderAsync) or nameof(OssClient.ListObjectsAsync) => "ListObjectsV2",
                    nameof(AIWorkSpaceClient.FindImagesAsync) => "ListImages",
                    var name => name[..^"Async".Length],
                })
                .Distinct(StringComparer.Ordinal),
        ];

        CollectionAssert.AreEquivalent(methods, ClientOperations.All.Select(operation => operation.Name).ToArray());
    }

    [TestMethod]
    public void The_table_of_faults_is_the_emulators() => CollectionAssert.AreEquivalent(
        DeclaredOutcomes.Faults.ToArray(), DeclaredOutcomes.Groups.Values.SelectMany(group => group).ToArray());

    [TestMethod]
    public async Task Every_operation_meets_its_declared_outcome_under_every_fault()
    {
        ConcurrentBag<string> differences = [];
        int cells = 0;
        await Parallel.ForEachAsync(
            ClientOperations.All,
            new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = TestContext.CancellationToken },
            async (operation, ct) =>
            {
                await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: ct);
                using FaultyCloud cloud = new(emulator.Address);
                using FaultyCloud nobody = new(new Uri("http://127.0.0.1:1"));
                int call = 0;
                foreach (string fault in DeclaredOutcomes.Faults)
                {
                    Outcome declared = DeclaredOutcomes.Of(fault, operation.Kind);
                    foreach ((string expected, int times) in new[] { (declared.Once, 1), (declared.Always, 0) }.Where(one => one.Item1.Length > 0))
                    {
                        string service = $"svc_{call++}";
                        await (operation.Prepare?.Invoke(cloud, service) ?? Task.CompletedTask);
                        if (fault != DeclaredOutcomes.Refuse)
                        {
                            emulator.Inject(Spoilt(fault, operation.Name) with { Times = times });
                        }

                        string actual = await OutcomeOf(operation.Call(fault == DeclaredOutcomes.Refuse ? nobody : cloud, service));
                        emulator.ClearFaults();
                        Interlocked.Increment(ref cells);
                        if (actual != expected)
                        {
                            differences.Add($"{operation.Name}, {fault}, {(times == 1 ? "once" : "always")}: declared {expected}, was {actual}");
                        }
                    }
                }
            });

        TestContext.WriteLine($"{cells} calls: {ClientOperations.All.Count} operations, {DeclaredOutcomes.Faults.Count} faults");
        Assert.AreEqual(ClientOperations.All.Count * ((DeclaredOutcomes.Faults.Count * 2) - 1), cells);
        Assert.IsEmpty(differences, string.Join('\n', differences.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void The_page_says_what_is_declared() => Golden.Check(Page(), "../../../docs/reference/fault-matrix.md");

    /// <summary>The emulator's own slow body would only make the test slow.</summary>
    private static Fault Spoilt(string fault, string action)
    {
        Fault named = NamedFaults.Of(fault, action);
        return named.Kind == FaultKind.SlowBody ? named with { Duration = TimeSpan.FromMilliseconds(100) } : named;
    }

    private static async Task<string> OutcomeOf(Task call)
    {
        try
        {
            await call;
            return "ok";
        }
        catch (CloudException failure)
        {
            return failure.Descriptor.Code + (failure.MayHaveBeenExecuted ? "?" : "");
        }
    }

    private static string Page()
    {
        StringBuilder page = new(
            """
            # Every operation under every fault

            What becomes of a call when the cloud, or the way to it, is in trouble. `ok → EAS7006`: the call succeeds when the trouble passes at once
            (it is repeated), and ends with that code when the trouble stays. One word alone: the same in both cases. A `?` says that the call may have
            been carried out all the same; nothing is repeated then, except where looking first makes it safe (CreateService, DeleteService).

            Each cell is tried against the emulator over HTTP. Faults are named as in [the emulator's page](emulator.md#control); `refuse` means that
            nobody listens at the address. An object of a bucket may hold any bytes, so a page in its place is not noticed here but where it is read.

            <!-- Written by the test FaultMatrixTests (EAS_ACCEPT=1). -->

            """.ReplaceLineEndings("\n"));
        foreach ((string title, string[] faults) in DeclaredOutcomes.Groups)
        {
            page.Append($"\n## {title}\n\n| operation | {string.Join(" | ", faults)} |\n|---|{string.Concat(faults.Select(_ => "---|"))}\n");
            foreach (ClientOperation operation in ClientOperations.All)
            {
                page.Append($"| {operation.Name} | {string.Join(" | ", faults.Select(fault => DeclaredOutcomes.Of(fault, operation.Kind)))} |\n");
            }
        }

        return page.ToString();
    }
}
