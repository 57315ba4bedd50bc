using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Emulator;
using EasDeploy.Execution;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Eas;

[TestClass]
public sealed class LostAnswerTests
{
    private const int Runs = 1000;
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_lost_answer_makes_exactly_one_service(bool wasExecuted)
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: TestContext.CancellationToken);
        emulator.Inject(new Fault { Action = "CreateService", Kind = FaultKind.Reset, AfterExecution = wasExecuted });
        using AliyunCloud cloud = Open(emulator.Address);
        CreatedService created = await CreateAsync(cloud, "my_svc");

        Assert.AreEqual("my_svc", created.Name);

        // A request is noted when it has ended, and the client sees the broken connection a moment before that.
        for (int look = 0; emulator.RequestsOf("CreateService").Count < (wasExecuted ? 1 : 2) && look < 500; look++)
        {
            await Task.Delay(20, TestContext.CancellationToken);
        }

        Assert.AreEqual(wasExecuted ? 1 : 2, emulator.RequestsOf("CreateService").Count);
        Assert.AreEqual(1, (await cloud.ListServicesAsync("my_svc", TestContext.CancellationToken)).Count);
    }

    [TestMethod]
    public async Task A_thousand_lost_answers_make_a_thousand_services()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: TestContext.CancellationToken);
        emulator.Inject(new Fault
        {
            Action = "CreateService",
            Kind = FaultKind.Reset,
            AfterExecution = true,
            Times = 0,
            Probability = 0.4,
            Seed = 1,
        });
        emulator.Inject(new Fault { Action = "CreateService", Kind = FaultKind.ResetMidBody, AfterExecution = true, Times = 0, Probability = 0.2, Seed = 2 });
        using AliyunCloud cloud = Open(emulator.Address);
        int failures = 0;
        await Parallel.ForAsync(
            0,
            Runs,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.CancellationToken },
            async (run, _) =>
            {
                try
                {
                    await CreateAsync(cloud, $"svc_{run:0000}");
                }
                catch (CloudException)
                {
                    Interlocked.Increment(ref failures);
                }
            });
        IReadOnlyList<LiveService> services = await cloud.Eas.ListServicesAsync(null, TestContext.CancellationToken);

        Assert.AreEqual(0, failures);
        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, Runs).Select(run => $"svc_{run:0000}").ToArray(), services.Select(service => service.Name).ToArray());
        Assert.IsTrue(emulator.RequestsOf("DescribeService").Count > Runs / 4, "no answer was lost");
    }

    [TestMethod]
    public async Task A_service_that_was_there_before_is_never_taken_for_ours()
    {
        using StubCloud stub = new(request => request.Method == "POST"
            ? StubAnswer.Reset()
            : StubAnswer.Json("""{"ServiceName":"my_svc","Status":"Running","CreateTime":"2020-01-02T03:04:05Z"}"""));
        CloudException lost = await Assert.ThrowsExactlyAsync<CloudException>(() => CreateAsync(stub.Cloud, "my_svc"));

        Assert.AreEqual("EAS7006", lost.Descriptor.Code);
        Assert.AreEqual(1, stub.Stub.Requests.Count(request => request.Method == "POST"));
    }

    [TestMethod]
    public async Task A_conflict_after_a_lost_answer_is_our_own_late_request()
    {
        int looks = 0;
        int creations = 0;
        using StubCloud stub = new(request =>
            request.Method == "POST"
                ? creations++ == 0 ? StubAnswer.Reset() : StubAnswer.Json("""{"Code":"Exists","Message":"m"}""", 409)
                : looks++ < 2
                    ? StubAnswer.Json("""{"Code":"InvalidService.NotFound","Message":"m"}""", 404)
                    : StubAnswer.Json($$"""{"ServiceName":"my_svc","Status":"Creating","CreateTime":"{{DateTimeOffset.UtcNow:O}}"}"""));
        CreatedService created = await CreateAsync(stub.Cloud, "my_svc");

        Assert.AreEqual("Creating", created.Status);
        Assert.AreEqual((2, 3), (creations, looks));
    }

    [TestMethod]
    public async Task A_name_of_another_account_ends_the_search()
    {
        using StubCloud stub = new(request => request.Method == "POST"
            ? StubAnswer.Reset()
            : StubAnswer.Json("""{"Code":"Forbidden.PrivilegeCheckFailed","Message":"m"}""", 403));
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => CreateAsync(stub.Cloud, "my_svc"));

        Assert.AreEqual("EAS7110", refusal.Descriptor.Code);
    }

    [TestMethod]
    [DataRow("""{"Status":"Deleting","ServiceName":"my_svc"}""", 200, true)]
    [DataRow("""{"Code":"InvalidService.NotFound","Message":"m"}""", 404, true)]
    [DataRow("""{"Status":"Running","ServiceName":"my_svc"}""", 200, false)]
    public async Task A_lost_answer_of_a_deletion_is_looked_up(string body, int status, bool isDone)
    {
        using StubCloud stub = new(request => request.Method == "DELETE" ? StubAnswer.Reset() : StubAnswer.Json(body, status));
        Task deleting = stub.Cloud.DeleteServiceAsync("my_svc", TestContext.CancellationToken);

        if (isDone)
        {
            await deleting;
        }
        else
        {
            Assert.AreEqual("EAS7006", (await Assert.ThrowsExactlyAsync<CloudException>(() => deleting)).Descriptor.Code);
        }
    }

    private static AliyunCloud Open(Uri address)
    {
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = address };
        return new AliyunCloud(settings, new HttpsTransport(settings, EmulatorCredentials.Source, chance: () => 0), new OssClient(settings, EmulatorCredentials.Source));
    }

    private Task<CreatedService> CreateAsync(AliyunCloud cloud, string name) => cloud.CreateServiceAsync(
        Encoding.UTF8.GetBytes(
            $$"""
            {"metadata":{"name":"{{name}}","instance":1},
             "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"script":"run"}],
             "cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"} }
            }
            """),
        null,
        NoLabels,
        TestContext.CancellationToken);
}
