namespace EasDeploy.Aliyun;

/// <summary>Way to the cloud. MSBuild: <c>EasTransport</c>.</summary>
public enum TransportChoice
{
    /// <summary>HTTPS when credentials are found, else the CLI when it is installed.</summary>
    Auto,
    Https,
    AliyunCli,
}
