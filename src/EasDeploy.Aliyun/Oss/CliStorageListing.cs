using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Oss;

/// <summary>Looks into object storage through <c>aliyun oss ls</c>. No object is read this way: <c>aliyun oss cat</c> adds lines of its own.</summary>
/// <remarks>Source: aliyun-cli.md section 14.</remarks>
public sealed class CliStorageListing(CloudSettings settings, AliyunCli cli) : IStorageListing
{
    private const string Scheme = "oss://";
    private readonly ServiceHosts _hosts = new(settings);

    public async Task<ImmutableArray<Bucket>> ListBucketsAsync(CancellationToken ct)
    {
        IEnumerable<string> lines = await RunAsync("ListBuckets", settings.Region, [], ct).ConfigureAwait(false);
        return
        [
            .. lines.Where(line => line.Contains(Scheme, StringComparison.Ordinal))
                .Select(line => new Bucket(
                    line[(line.IndexOf(Scheme, StringComparison.Ordinal) + Scheme.Length)..].Trim(),
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .FirstOrDefault(word => word.StartsWith("oss-", StringComparison.Ordinal))?[4..] ?? "")),
        ];
    }

    public async Task<ImmutableArray<StorageEntry>> ListFolderAsync(string bucket, string? region, string folder, int limit, CancellationToken ct)
    {
        string address = $"{Scheme}{bucket}/{folder}";
        IEnumerable<string> lines = await RunAsync(
            "ListObjectsV2", region ?? settings.Region, [address, "-d", $"--limited-num={limit + 1}"], ct).ConfigureAwait(false);
        return
        [
            .. lines.Where(line => line.StartsWith(Scheme, StringComparison.Ordinal) && line != address)
                .Select(line => new StorageEntry(line[(Scheme.Length + bucket.Length + 1)..], null))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    public async Task<FolderListing> ListObjectsAsync(string bucket, string? region, string folder, int limit, CancellationToken ct)
    {
        string address = $"{Scheme}{bucket}/";
        IEnumerable<string> lines = await RunAsync(
            "ListObjectsV2", region ?? settings.Region, [address + folder, string.Create(CultureInfo.InvariantCulture, $"--limited-num={limit + 1}")], ct)
            .ConfigureAwait(false);
        return FolderContents.Of(lines.Where(line => line.Contains(address, StringComparison.Ordinal)).Select(Entry).Where(entry => entry.Key != folder), folder, limit);

        StorageEntry Entry(string line)
        {
            int name = line.IndexOf(address, StringComparison.Ordinal);
            return new StorageEntry(line[(name + address.Length)..], SizeIn(line[..name]));
        }
    }

    public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string? region, string key, int limit, CancellationToken ct) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(null);

    public void Dispose()
    {
        // Nothing outlives a call.
    }

    /// <summary>Columns before the name: time in four words, size, storage class, ETag.</summary>
    private static long? SizeIn(string columns) => columns.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var size, _, _]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : null;

    private async Task<IEnumerable<string>> RunAsync(string action, string region, string[] rest, CancellationToken ct)
    {
        ApiRequest request = new() { Product = ApiProduct.Oss, Action = action };
        Uri host = new ServiceHosts(settings with { Region = region }).BaseAddress(ApiProduct.Oss);
        List<string> arguments = ["oss", "ls", .. rest, $"--region={region}", $"--endpoint={host.Authority}"];
        if (host.Scheme == Uri.UriSchemeHttp)
        {
            arguments.Add("--insecure");
        }

        if (settings is { Profile: { Length: > 0 } profile, IsLoopback: false })
        {
            arguments.Add($"--profile={profile}");
        }

        BufferedCommandResult result = await CliWrap.Cli.Wrap(cli.Path)
            .WithArguments(arguments)
            .WithEnvironmentVariables(CliEnvironment.For(settings))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, ct).ConfigureAwait(false);
        return result.ExitCode == 0 && !result.StandardError.TrimStart().StartsWith("ERROR:", StringComparison.Ordinal)
            ? result.StandardOutput.Split('\n').Select(line => line.TrimEnd('\r'))
            : throw CliFailure.Read(
                request, _hosts.BaseAddress(ApiProduct.Oss).Authority, result.ExitCode, result.StandardOutput, result.StandardError, out _);
    }
}
