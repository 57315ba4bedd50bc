using System.Text.Json.Nodes;
using EasDeploy.Testing;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Emulator.Tests.Signing;

[TestClass]
public sealed class SessionTests
{
    private const string AssumeRole = "/?RoleArn=acs%3Aram%3A%3A1234567890123456%3Arole%2Fdeployer&RoleSessionName=test";

    [TestMethod]
    public async Task A_session_ends_when_it_said_it_would()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using EmulatorHost host = await EmulatorHost.StartAsync(clock: clock);
        using var client = new SignedClient(host.Address) { Clock = clock };
        (int status, JsonObject answer) = await client.SendAsync("AssumeRole", "POST", AssumeRole, null, "2015-04-01");
        Assert.AreEqual(200, status, answer.ToJsonString());
        JsonNode credentials = answer["Credentials"]!;
        Assert.AreEqual("2026-01-02T04:04:05Z", credentials["Expiration"]!.GetValue<string>());
        using var session = new SignedClient(host.Address)
        {
            Clock = clock,
            AccessKeyId = credentials["AccessKeyId"]!.GetValue<string>(),
            AccessKeySecret = credentials["AccessKeySecret"]!.GetValue<string>(),
            SecurityToken = credentials["SecurityToken"]!.GetValue<string>(),
        };

        Assert.AreEqual(14, (await session.GetAsync("ListWorkspaces", "/api/v1/workspaces", "2021-02-04"))["TotalCount"]!.GetValue<int>());
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.AreEqual((403, "InvalidSecurityToken.Expired"), await session.RefusedAsync("ListWorkspaces", "GET", "/api/v1/workspaces", version: "2021-02-04"));
    }

    [TestMethod]
    public async Task A_token_without_need_is_refused()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address) { SecurityToken = "something" };

        Assert.AreEqual((403, "InvalidSecurityToken.Malformed"), await client.RefusedAsync("ListServices", "GET", "/api/v2/services"));
    }
}
