using System.Collections.Immutable;
using System.Text;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Ecs;
using EasDeploy.Aliyun.Nlb;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Aliyun.Vpc;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun;

/// <summary>One region of one account: the catalog and the services, over whichever transport.</summary>
public sealed partial class AliyunCloud : ICatalogSource, IControlPlane, IDisposable
{
    private readonly IAliyunTransport _transport;

    /// <param name="transport">Disposed with this object.</param>
    /// <param name="storage">Disposed with this object.</param>
    /// <exception cref="CloudException">EAS7012, EAS7014: no usable region.</exception>
    public AliyunCloud(CloudSettings settings, IAliyunTransport transport, IStorageListing storage, TimeProvider? clock = null)
    {
        _ = new Hosts.ServiceHosts(settings);
        _transport = transport;
        Endpoint = settings.Endpoint;
        Eas = new EasClient(transport, settings.Region, clock ?? TimeProvider.System);
        AIWorkSpace = new AIWorkSpaceClient(transport);
        Ecs = new EcsClient(transport, settings.Region);
        Vpc = new VpcClient(transport, settings.Region);
        Nlb = new NlbClient(transport, settings.Region);
        Sts = new StsClient(transport);
        Storage = storage;
    }

    /// <summary>The one address of every product; null = the products' own hosts.</summary>
    public Uri? Endpoint { get; }

    public EasClient Eas { get; }

    public AIWorkSpaceClient AIWorkSpace { get; }

    public EcsClient Ecs { get; }

    public VpcClient Vpc { get; }

    public NlbClient Nlb { get; }

    public StsClient Sts { get; }

    public IStorageListing Storage { get; }

    /// <summary>Opens the cloud over HTTPS. On a loopback endpoint the emulator's test keys are used, whatever is passed.</summary>
    /// <exception cref="CloudException">EAS7012, EAS7013, EAS7014: the settings name no usable host.</exception>
    public static AliyunCloud Open(CloudSettings settings, CredentialSource credentials)
    {
        HttpsTransport transport = new(settings, credentials);
        return new AliyunCloud(settings, transport, new OssClient(settings, credentials));
    }

    /// <summary>Opens the cloud with the credentials of this user; on a loopback endpoint none are even looked for.</summary>
    /// <exception cref="CloudException">Also EAS7010 no credentials, EAS7011 unusable credentials.</exception>
    public static AliyunCloud Open(CloudSettings settings, CredentialPlaces places) => Open(
        settings.For(places), settings.IsLoopback ? EmulatorCredentials.Source : CredentialChain.Find(settings.Profile, places).OrThrow());

    /// <summary>Opens the cloud the wanted way; nothing is sent yet, the CLI is at most asked for its version.</summary>
    /// <exception cref="CloudException">Also EAS7021 no usable CLI, EAS7023 neither way is open.</exception>
    public static async Task<AliyunCloud> OpenAsync(CloudSettings settings, TransportChoice choice, CredentialPlaces places, CancellationToken ct)
    {
        settings = settings.For(places);
        CredentialSearch? search = settings.IsLoopback || choice == TransportChoice.AliyunCli ? null : CredentialChain.Find(settings.Profile, places);
        bool usesCli = choice == TransportChoice.AliyunCli || (choice == TransportChoice.Auto && search is { Source: null });
        if (!usesCli)
        {
            return Open(settings, search?.OrThrow() ?? EmulatorCredentials.Source);
        }

        if (choice == TransportChoice.Auto && AliyunCli.Locate(places) is null)
        {
            throw search!.Unusable ?? CloudException.Of(
                CloudDiagnostics.NoTransport, null, string.Join('\n', search.LookedAt.Select(place => "  " + place)));
        }

        AliyunCli cli = await AliyunCli.FindAsync(places, ct).ConfigureAwait(false);
        return new AliyunCloud(settings, new AliyunCliTransport(settings, cli), new CliStorageListing(settings, cli));
    }

    public Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct) => AIWorkSpace.ListWorkspacesAsync(ct);

    public Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct) => AIWorkSpace.ListImagesAsync(ct);

    public Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct) => AIWorkSpace.GetImageAsync(imageId, ct);

    public Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct) => Eas.DescribeMachineSpecAsync(ct);

    public Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct) => Eas.ListResourcesAsync(ct);

    public Task<IReadOnlyList<LiveService>> ListServicesAsync(string serviceName, CancellationToken ct) => Eas.ListServicesAsync(serviceName, ct);

    public Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct) => Eas.DescribeServiceAsync(serviceName, ct);

    public Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct) =>
        Eas.CreateServiceAsync(ServiceBody.NameOf(body) ?? "", body, workspaceId, labels, ct);

    public Task DeleteServiceAsync(string serviceName, CancellationToken ct) => Eas.DeleteServiceAsync(serviceName, ct);

    public Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        Eas.UpdateServiceAsync(serviceName, body, UpdateType.Replace, ct);

    public Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct) =>
        Eas.UpdateServiceVersionAsync(serviceName, version, ct);

    public Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct) =>
        Eas.UpdateServiceLabelAsync(serviceName, labels, ct);

    public Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct) =>
        Eas.DeleteServiceLabelAsync(serviceName, labelKeys, ct);

    public async Task<string> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct) =>
        Encoding.UTF8.GetString((await Eas.DescribeServiceAutoScalerAsync(serviceName, ct).ConfigureAwait(false)).ToBody());

    public Task CreateServiceAutoScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        Eas.CreateServiceAutoScalerAsync(serviceName, Encoding.UTF8.GetBytes(rules), ct);

    public async Task<string> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct) =>
        Encoding.UTF8.GetString((await Eas.DescribeServiceCronScalerAsync(serviceName, ct).ConfigureAwait(false)).ToBody());

    public Task CreateServiceCronScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        Eas.CreateServiceCronScalerAsync(serviceName, Encoding.UTF8.GetBytes(rules), ct);

    public Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct) =>
        Eas.DescribeServiceEndpointsAsync(serviceName, ct);

    public Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct) =>
        Eas.DescribeServiceEventAsync(serviceName, ct);

    public Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct) =>
        Eas.ListServiceInstancesAsync(serviceName, ct);

    public Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct) =>
        Eas.ListServiceContainersAsync(serviceName, instanceName, ct);

    public Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct) =>
        Eas.DescribeServiceLogAsync(serviceName, query, ct);

    public Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct) =>
        Eas.DescribeServiceDiagnosisAsync(serviceName, ct);

    public Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct) =>
        Eas.ListServiceVersionsAsync(serviceName, ct);

    public void Dispose()
    {
        _transport.Dispose();
        Storage.Dispose();
    }
}
