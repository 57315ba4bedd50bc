using System.Collections.Immutable;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Requests;

[TestClass]
public sealed class PagingTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 1)]
    [DataRow(50, 1)]
    [DataRow(51, 2)]
    [DataRow(430, 9)]
    public async Task Every_page_is_read_once(int total, int pages)
    {
        (ImmutableArray<CatalogImage> images, IReadOnlyList<StubRequest> requests) = await ListAsync(
            request => Page(request, total, size: 50, tellTotal: true));

        CollectionAssert.AreEqual(Enumerable.Range(0, total).Select(Id).ToArray(), images.Select(image => image.ImageId).ToArray());
        CollectionAssert.AreEquivalent(
            Enumerable.Range(1, pages).Select(page => $"{page}").ToArray(), requests.Select(request => request.Query("PageNumber")).ToArray());
    }

    [TestMethod]
    public async Task A_server_with_smaller_pages_is_followed()
    {
        (ImmutableArray<CatalogImage> images, _) = await ListAsync(request => Page(request, 95, size: 20, tellTotal: true));

        Assert.AreEqual(95, images.Length);
    }

    [TestMethod]
    public async Task A_list_without_a_total_ends_at_an_empty_page()
    {
        (ImmutableArray<CatalogImage> images, IReadOnlyList<StubRequest> requests) = await ListAsync(
            request => Page(request, 120, size: 50, tellTotal: false));

        Assert.AreEqual(120, images.Length);
        Assert.AreEqual(4, requests.Count);
    }

    [TestMethod]
    public async Task A_server_that_ignores_the_page_number_does_not_loop()
    {
        (ImmutableArray<CatalogImage> images, IReadOnlyList<StubRequest> requests) = await ListAsync(
            _ => Rows(Enumerable.Range(0, 50), """ "TotalCount":1000000, """));

        Assert.AreEqual(50, images.Length);
        Assert.AreEqual(5, requests.Count);
    }

    [TestMethod]
    public async Task An_object_without_the_list_is_no_empty_list()
    {
        CloudException fault = await Assert.ThrowsExactlyAsync<CloudException>(() => ListAsync(_ => StubAnswer.Json("""{"ok":true}""")));

        Assert.AreEqual("EAS7005", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "Images");
    }

    private static string Id(int number) => $"image-{number:0000}";

    private static StubAnswer Page(StubRequest request, int total, int size, bool tellTotal)
    {
        int page = int.Parse(request.Query("PageNumber")!);
        return Rows(Enumerable.Range(0, total).Skip((page - 1) * size).Take(size), tellTotal ? $"\"TotalCount\":\"{total}\"," : "");
    }

    private static StubAnswer Rows(IEnumerable<int> numbers, string total) => StubAnswer.Json(
        $$"""{{{total}}"Images":[{{string.Join(',', numbers.Select(number => $$"""{"ImageId":"{{Id(number)}}","Name":"n"}"""))}}]}""");

    private async Task<(ImmutableArray<CatalogImage> Images, IReadOnlyList<StubRequest> Requests)> ListAsync(Func<StubRequest, StubAnswer> answer)
    {
        using WireStub stub = new(answer);
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);
        return (await new AIWorkSpaceClient(transport).ListImagesAsync(TestContext.CancellationToken), stub.Requests);
    }
}
