using System.Text;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Tests.Transports;

[TestClass]
public sealed class ServiceProbeTests
{
    private static readonly TimeSpan s_patient = TimeSpan.FromSeconds(30);

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_question_carries_the_token_as_it_is_and_its_body()
    {
        using WireStub stub = new(StubAnswer.Json("""{"ok":true}""", 201));
        using ServiceProbe probe = new("tests");

        ProbeAnswer answer = await probe.SendAsync(new ProbeRequest(new Uri(stub.Address, "/api/predict/a/v1/x"), new Secret("TOKEN=="), """{"a":"ö"}""", s_patient), Ct);

        Assert.AreEqual(new ProbeAnswer(201, """{"ok":true}""", ""), answer);
        StubRequest request = stub.Requests.Single();
        Assert.AreEqual("POST", request.Method);
        Assert.AreEqual("TOKEN==", request.Headers["authorization"]);
        Assert.AreEqual("application/json", request.Headers["content-type"]);
        Assert.AreEqual("""{"a":"ö"}""", Encoding.UTF8.GetString(request.Body));
    }

    [TestMethod]
    public async Task A_look_without_a_token_sends_none()
    {
        using WireStub stub = new(StubAnswer.Json(""));
        using ServiceProbe probe = new("tests");

        Assert.AreEqual(200, (await probe.SendAsync(new ProbeRequest(stub.Address, default, null, s_patient), Ct)).Status);
        Assert.AreEqual("GET", stub.Requests.Single().Method);
        Assert.IsFalse(stub.Requests.Single().Headers.ContainsKey("authorization"));
    }

    [TestMethod]
    public async Task A_redirect_is_an_answer_and_the_token_goes_nowhere_else()
    {
        using WireStub elsewhere = new(StubAnswer.Json(""));
        using WireStub stub = new(new StubAnswer { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Address.AbsoluteUri } });
        using ServiceProbe probe = new("tests");

        ProbeAnswer answer = await probe.SendAsync(new ProbeRequest(stub.Address, new Secret("TOKEN"), null, s_patient), Ct);

        Assert.AreEqual(302, answer.Status);
        Assert.HasCount(0, elsewhere.Requests);
    }

    [TestMethod]
    public async Task No_answer_is_told_in_words_and_never_thrown()
    {
        using WireStub reset = new(StubAnswer.Reset());
        using WireStub hang = new(StubAnswer.Hang());
        using ServiceProbe probe = new("tests");

        ProbeAnswer broken = await probe.SendAsync(new ProbeRequest(reset.Address, new Secret("TOKEN"), null, s_patient), Ct);
        ProbeAnswer silent = await probe.SendAsync(new ProbeRequest(hang.Address, new Secret("TOKEN"), null, TimeSpan.FromMilliseconds(200)), Ct);

        Assert.AreEqual(ProbeAnswer.None("the connection broke"), broken);
        Assert.AreEqual(ProbeAnswer.None("no answer in time"), silent);
    }

    [TestMethod]
    public async Task Of_a_long_page_the_beginning_is_enough()
    {
        using WireStub stub = new(new StubAnswer { Body = new byte[200_000] });
        using ServiceProbe probe = new("tests");

        Assert.AreEqual(64 * 1024, (await probe.SendAsync(new ProbeRequest(stub.Address, default, null, s_patient), Ct)).Body.Length);
    }
}
