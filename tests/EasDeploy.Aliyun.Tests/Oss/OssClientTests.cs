using System.Collections.Immutable;
using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Oss;

[TestClass]
public sealed class OssClientTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Buckets_folders_and_small_files_are_read()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using OssClient oss = Open(emulator.Address);
        ImmutableArray<Bucket> buckets = await oss.ListBucketsAsync(Ct);
        ImmutableArray<StorageEntry> top = await oss.ListFolderAsync("yqtest-model", null, "", 100, Ct);
        ImmutableArray<StorageEntry> model = await oss.ListFolderAsync("yqtest-model", "cn-hangzhou", "Qwen3.5-0.8B/", 100, Ct);
        ReadOnlyMemory<byte>? config = await oss.GetObjectAsync("yqtest-model", null, "Qwen3.5-0.8B/config.json", 65536, Ct);

        Assert.IsTrue(buckets.Contains(new Bucket("yqtest-model", "cn-hangzhou")));
        Assert.IsTrue(top.Contains(new StorageEntry("Qwen3.5-0.8B/", null)));
        Assert.IsTrue(model.Single(entry => entry.Key == "Qwen3.5-0.8B/model.safetensors").Size > 0);
        StringAssert.StartsWith(Encoding.UTF8.GetString(config!.Value.Span).TrimStart(), "{");
        Assert.IsNull(await oss.GetObjectAsync("yqtest-model", null, "Qwen3.5-0.8B/none.json", 10, Ct));
        Assert.AreEqual(2, (await oss.ListFolderAsync("yqtest-model", null, "Qwen3.5-0.8B/", 2, Ct)).Length);
        Assert.IsEmpty(await oss.ListFolderAsync("yqtest-model", null, "no-such-folder/", 10, Ct));
    }

    [TestMethod]
    public async Task A_whole_folder_is_listed_over_its_pages_and_a_cut_is_told()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using OssClient oss = Open(emulator.Address);
        FolderListing whole = await oss.ListObjectsAsync("yqtest-model", null, "sdxl-v1.0/", 100, Ct);
        FolderListing cut = await oss.ListObjectsAsync("yqtest-model", null, "", 4, Ct);

        CollectionAssert.AreEqual(
            new StoredFile[] { new("sd_xl_base_1.0.safetensors", 6938078334), new("vae/sdxl_vae.safetensors", 334641164) }, whole.Files.ToArray());
        Assert.IsFalse(whole.IsCut);
        Assert.HasCount(4, cut.Files);
        Assert.IsTrue(cut.IsCut);
        Assert.IsEmpty((await oss.ListObjectsAsync("empty-bucket", null, "", 4, Ct)).Files);
    }

    [TestMethod]
    public async Task Pages_are_followed_until_the_limit_and_the_folders_own_marker_is_left_out()
    {
        int page = 0;
        using WireStub stub = new(_ => StubAnswer.Json(
            $"<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t{++page}</NextContinuationToken>"
            + $"<Contents><Key>m/</Key><Size>0</Size></Contents><Contents><Key>m/{page}</Key><Size>5</Size></Contents></ListBucketResult>"));
        using OssClient oss = Open(stub.Address);
        FolderListing listing = await oss.ListObjectsAsync("abc", null, "m/", 3, Ct);

        CollectionAssert.AreEqual(new StoredFile[] { new("1", 5), new("2", 5), new("3", 5) }, listing.Files.ToArray());
        Assert.IsTrue(listing.IsCut);
        Assert.AreEqual(4, stub.Requests.Count);
    }

    [TestMethod]
    public async Task An_unknown_bucket_is_told()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using OssClient oss = Open(emulator.Address);
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => oss.ListFolderAsync("no-such-bucket", null, "", 10, Ct));

        Assert.AreEqual(("EAS7105", "NoSuchBucket"), (refusal.Descriptor.Code, refusal.ErrorCode));
    }

    [TestMethod]
    [DataRow("evil.example/x")]
    [DataRow("UPPER")]
    [DataRow("a")]
    public async Task What_is_no_bucket_name_reaches_no_host(string bucket)
    {
        using WireStub stub = new(StubAnswer.Json(""));
        using OssClient oss = Open(stub.Address);
        await Assert.ThrowsExactlyAsync<CloudException>(() => oss.ListFolderAsync(bucket, null, "", 10, Ct));

        Assert.AreEqual(0, stub.Requests.Count);
    }

    [TestMethod]
    public async Task Listings_are_followed_and_names_decoded()
    {
        using WireStub stub = new(request => StubAnswer.Json(request.Path == "/"
            ? request.Query("marker") is null
                ? "<ListAllMyBucketsResult><IsTruncated>true</IsTruncated><NextMarker>a</NextMarker><Buckets><Bucket><Name>abc</Name><Location>oss-cn-beijing</Location></Bucket></Buckets></ListAllMyBucketsResult>"
                : "<ListAllMyBucketsResult><Buckets><Bucket><Name>def</Name><Region>cn-hangzhou</Region></Bucket></Buckets></ListAllMyBucketsResult>"
            : request.Query("continuation-token") is null
                ? "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>t%2F1</NextContinuationToken><Contents><Key>m/</Key></Contents><Contents><Key>m%2Fa%20b%2B</Key><Size>12</Size></Contents></ListBucketResult>"
                : "<ListBucketResult><IsTruncated>false</IsTruncated><CommonPrefixes><Prefix>m/sub/</Prefix></CommonPrefixes></ListBucketResult>"));
        using OssClient oss = Open(stub.Address);

        CollectionAssert.AreEqual(new Bucket[] { new("abc", "cn-beijing"), new("def", "cn-hangzhou") }, (await oss.ListBucketsAsync(Ct)).ToArray());
        CollectionAssert.AreEqual(
            new StorageEntry[] { new("m/a b+", 12), new("m/sub/", null) }, (await oss.ListFolderAsync("abc", null, "m/", 10, Ct)).ToArray());
        Assert.AreEqual("t/1", stub.Requests[^1].Query("continuation-token"));
    }

    [TestMethod]
    [DataRow("<html>x</html>")]
    [DataRow("{}")]
    [DataRow("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ListAllMyBucketsResult>&x;</ListAllMyBucketsResult>")]
    public async Task What_is_no_listing_is_no_answer(string body)
    {
        using WireStub stub = new(StubAnswer.Json(body));
        using OssClient oss = Open(stub.Address);
        CloudException fault = await Assert.ThrowsExactlyAsync<CloudException>(() => oss.ListBucketsAsync(Ct));

        Assert.AreEqual("EAS7005", fault.Descriptor.Code);
    }

    [TestMethod]
    public void A_bucket_has_its_own_host_in_its_own_region()
    {
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests" };

        Assert.AreEqual("https://b-1.oss-cn-hangzhou.aliyuncs.com/", new ServiceHosts(settings).BucketAddress("b-1", null).Address.AbsoluteUri);
        Assert.AreEqual("https://b-1.oss-cn-beijing.aliyuncs.com/", new ServiceHosts(settings).BucketAddress("b-1", "cn-beijing").Address.AbsoluteUri);
        Assert.AreEqual(
            "https://b-1.oss-cn-hangzhou-internal.aliyuncs.com/",
            new ServiceHosts(settings with { UseVpcHosts = true }).BucketAddress("b-1", null).Address.AbsoluteUri);
        Assert.ThrowsExactly<CloudException>(() => new ServiceHosts(settings).BucketAddress("b-1", "evil.example/"));
    }

    private static OssClient Open(Uri address) => new(
        new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = address }, EmulatorCredentials.Source, chance: () => 0);
}
