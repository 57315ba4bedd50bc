using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Transports;

/// <summary>What goes wrong before there is an answer to read.</summary>
[TestClass]
public sealed class WireFaultTests
{
    private static readonly ApiRequest Read = new() { Product = ApiProduct.Eas, Action = "ListServices", Path = "/api/v2/services" };
    private static readonly ApiRequest Write = Read with { Action = "CreateService", Method = HttpMethod.Post, Body = "{}"u8.ToArray() };

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_closed_port_is_a_refused_connection()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        CloudException fault = await FailAsync(Settings($"http://127.0.0.1:{port}"), Write);

        Assert.AreEqual("EAS7001", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, $"127.0.0.1:{port}");
        Assert.IsFalse(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task An_unknown_host_is_told_by_name()
    {
        CloudException fault = await FailAsync(Settings("http://no-such-host.invalid"), Write);

        Assert.AreEqual("EAS7002", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "no-such-host.invalid");
        Assert.IsFalse(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task A_server_without_TLS_fails_the_handshake()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        CloudException fault = await FailAsync(Settings(stub.Address.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)), Write);

        Assert.AreEqual("EAS7003", fault.Descriptor.Code);
    }

    [TestMethod]
    public async Task A_certificate_that_nobody_trusts_fails_the_handshake()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task server = Task.Run(async () =>
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.CancellationToken);
            using SslStream tls = new(client.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
        });
        CloudException fault = await FailAsync(Settings($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), Write);

        Assert.AreEqual("EAS7003", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "certificate");
        Assert.IsFalse(fault.MayHaveBeenExecuted);
        await Task.WhenAny(server);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(90)]
    [DataRow(1000)]
    public async Task A_reset_breaks_the_connection(int after)
    {
        using WireStub stub = new(StubAnswer.Reset(after));
        CloudException fault = await FailAsync(stub.Settings, Write);

        Assert.AreEqual("EAS7006", fault.Descriptor.Code);
        Assert.IsTrue(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task A_body_that_ends_early_breaks_the_connection()
    {
        using WireStub stub = new(StubAnswer.Json("""{"Status":"Running","More":"............"}""") with { CutAfter = 140 });
        CloudException fault = await FailAsync(stub.Settings, Read);

        Assert.AreEqual("EAS7006", fault.Descriptor.Code);
        Assert.IsFalse(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1000)]
    public async Task A_hang_ends_at_the_time_limit(int after)
    {
        using WireStub stub = new(StubAnswer.Reset(after) with { Ending = Ending.Hang });
        CloudException fault = await FailAsync(stub.Settings, Write with { Timeout = TimeSpan.FromMilliseconds(300) });

        Assert.AreEqual("EAS7004", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "0.3 s");
        Assert.IsTrue(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task Cancelling_is_no_cloud_failure()
    {
        using WireStub stub = new(StubAnswer.Hang());
        using CancellationTokenSource cancel = new();
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);
        Task sending = transport.SendAsync(Read, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
    }

    [TestMethod]
    public async Task What_is_no_HTTP_is_no_answer()
    {
        using WireStub stub = new(_ => new StubAnswer { Status = 99999, Ending = Ending.Close });
        CloudException fault = await FailAsync(stub.Settings, Read);

        Assert.AreEqual("EAS7005", fault.Descriptor.Code);
    }

    [TestMethod]
    public async Task A_compressed_answer_is_read()
    {
        using WireStub stub = new(new StubAnswer
        {
            Body = Gzip(Encoding.UTF8.GetBytes("""{"Status":"Running"}""")),
            Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" },
        });
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);
        using var answer = await transport.SendAsync(Read, TestContext.CancellationToken);

        Assert.AreEqual("Running", answer.RootElement.GetProperty("Status").GetString());
    }

    [TestMethod]
    public async Task An_endless_answer_is_cut_off()
    {
        using WireStub stub = new(new StubAnswer
        {
            Body = Gzip(new byte[HttpExchange.SizeLimit + 1]),
            Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" },
        });
        CloudException fault = await FailAsync(stub.Settings, Read);

        Assert.AreEqual("EAS7005", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "64 MB");
    }

    private static CloudSettings Settings(string endpoint) => new() { Region = "cn-hangzhou", Endpoint = new(endpoint), UserAgent = "tests" };

    private static byte[] Gzip(byte[] plain)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }

    private async Task<CloudException> FailAsync(CloudSettings settings, ApiRequest request)
    {
        using HttpsTransport transport = new(settings, EmulatorCredentials.Source, chance: () => 0);
        return await Assert.ThrowsExactlyAsync<CloudException>(() => transport.SendAsync(request, TestContext.CancellationToken));
    }
}
