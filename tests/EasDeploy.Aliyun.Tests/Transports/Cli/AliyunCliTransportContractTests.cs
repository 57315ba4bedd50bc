using EasDeploy.Aliyun.Transports;
using EasDeploy.Aliyun.Transports.Cli;

namespace EasDeploy.Aliyun.Tests.Transports.Cli;

[TestClass]
public sealed class AliyunCliTransportContractTests : TransportContract
{
    protected override IAliyunTransport Create(CloudSettings settings) => new AliyunCliTransport(settings, StandIn.Cli, chance: () => 0);
}
