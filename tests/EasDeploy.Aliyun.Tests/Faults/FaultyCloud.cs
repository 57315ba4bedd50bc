using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Faults;

/// <summary>The product's clients on an emulator, with a clock whose waits pass faster.</summary>
internal sealed class FaultyCloud : IDisposable
{
    public FaultyCloud(Uri address)
    {
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = address };
        HurriedClock clock = new();
        Oss = new OssClient(settings, EmulatorCredentials.Source, clock, chance: () => 0);
        Cloud = new AliyunCloud(settings, new HttpsTransport(settings, EmulatorCredentials.Source, clock, chance: () => 0), Oss, clock);
    }

    public AliyunCloud Cloud { get; }

    public OssClient Oss { get; }

    /// <summary>An instance of the service of this call.</summary>
    public string Instance { get; set; } = "";

    /// <summary>Id of any image.</summary>
    public string Image { get; set; } = "";

    public Task CreateAsync(string name) => Cloud.CreateServiceAsync(
        Encoding.UTF8.GetBytes(
            $$"""
            {"metadata":{"name":"{{name}}","instance":1},
             "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"script":"run"}],
             "cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"} }
            }
            """),
        null,
        new Dictionary<string, string>(),
        CancellationToken.None);

    public void Dispose() => Cloud.Dispose();

    /// <summary>Tells the true time, but every wait is over in a thirtieth of it: a limit of 60 s in 2 s.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private const int Haste = 30;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
    }
}
