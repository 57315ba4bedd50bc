using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Transports;

[TestClass]
public sealed class HttpsTransportContractTests : TransportContract
{
    protected override IAliyunTransport Create(CloudSettings settings) => new HttpsTransport(settings, EmulatorCredentials.Source);
}
