using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Wire;

/// <summary>The client in front of a stub.</summary>
internal sealed class StubCloud : IDisposable
{
    public StubCloud(Func<StubRequest, StubAnswer> answer)
        : this(new WireStub(answer))
    {
    }

    public StubCloud(params StubAnswer[] answers)
        : this(new WireStub(answers))
    {
    }

    private StubCloud(WireStub stub)
    {
        Stub = stub;
        Cloud = new AliyunCloud(stub.Settings, new HttpsTransport(stub.Settings, EmulatorCredentials.Source, chance: () => 0), new OssClient(stub.Settings, EmulatorCredentials.Source));
    }

    public WireStub Stub { get; }

    public AliyunCloud Cloud { get; }

    public StubRequest Request => Stub.Requests.Single();

    public void Dispose()
    {
        Cloud.Dispose();
        Stub.Dispose();
    }
}
