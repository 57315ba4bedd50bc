using EasDeploy.Testing;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Emulator.Tests.Signing;

[TestClass]
public sealed class Acs3RefusalTests
{
    private const string Path = "/api/v2/services";

    [TestMethod]
    public async Task A_right_signature_is_taken()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        Assert.AreEqual(0, (await client.GetAsync("ListServices", Path))["TotalCount"]!.GetValue<int>());
    }

    [TestMethod]
    public async Task Hard_characters_in_the_query_are_signed_as_they_stand_on_the_wire()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        await client.GetAsync("ListImages", "/api/v1/images?Name=vllm%20%28a%2Bb%29%2A%21%27~%20%C3%A9&Query=", "2021-02-04");
    }

    [TestMethod]
    public async Task A_wrong_secret_does_not_match()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address) { AccessKeySecret = "wrong" };

        Assert.AreEqual((400, "SignatureDoesNotMatch"), await client.RefusedAsync("ListServices", "GET", Path));
    }

    [TestMethod]
    public async Task An_unknown_key_is_not_found()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address) { AccessKeyId = "somebodysRealKey" };

        Assert.AreEqual((404, "InvalidAccessKeyId.NotFound"), await client.RefusedAsync("ListServices", "GET", Path));
    }

    [TestMethod]
    public async Task A_nonce_counts_once()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address) { Nonce = "once" };

        await client.GetAsync("ListServices", Path);

        Assert.AreEqual((400, "SignatureNonceUsed"), await client.RefusedAsync("ListServices", "GET", Path));
    }

    [TestMethod]
    [DataRow(-14, 200)]
    [DataRow(14, 200)]
    [DataRow(-16, 400)]
    [DataRow(16, 400)]
    public async Task Fifteen_minutes_of_clock_skew_are_tolerated(int minutes, int status)
    {
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using EmulatorHost host = await EmulatorHost.StartAsync(clock: new FakeTimeProvider(now));
        using var client = new SignedClient(host.Address) { Clock = new FakeTimeProvider(now.AddMinutes(minutes)) };

        (int answered, var body) = await client.SendAsync("ListServices", "GET", Path);

        Assert.AreEqual(status, answered);
        Assert.AreEqual(status == 200 ? null : "InvalidTimeStamp.Expired", body["Code"]?.GetValue<string>());
    }

    [TestMethod]
    public async Task A_changed_query_a_changed_body_and_an_unsigned_header_are_refused()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var otherQuery = new SignedClient(host.Address) { Tamper = r => r.RequestUri = new Uri(r.RequestUri + "?PageSize=1") };
        using var otherBody = new SignedClient(host.Address) { Tamper = r => r.Content = new StringContent("{} ", System.Text.Encoding.UTF8, "application/json") };
        using var moreHeader = new SignedClient(host.Address) { Tamper = r => r.Headers.Add("x-acs-colour", "red") };
        using var noSignature = new SignedClient(host.Address) { Tamper = r => r.Headers.Remove("Authorization") };
        using var badDate = new SignedClient(host.Address) { Tamper = r => { r.Headers.Remove("x-acs-date"); r.Headers.Add("x-acs-date", "yesterday"); } };

        Assert.AreEqual((400, "SignatureDoesNotMatch"), await otherQuery.RefusedAsync("ListServices", "GET", Path));
        Assert.AreEqual((400, "SignatureDoesNotMatch"), await otherBody.RefusedAsync("CreateService", "POST", Path, "{}"));
        Assert.AreEqual((400, "IncompleteSignature"), await moreHeader.RefusedAsync("ListServices", "GET", Path));
        Assert.AreEqual((400, "IncompleteSignature"), await noSignature.RefusedAsync("ListServices", "GET", Path));
        Assert.AreEqual((400, "InvalidTimeStamp.Format"), await badDate.RefusedAsync("ListServices", "GET", Path));
    }
}
