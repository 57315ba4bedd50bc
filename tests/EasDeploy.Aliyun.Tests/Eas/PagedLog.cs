using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Eas;

/// <summary>Answers DescribeServiceLog with one line a page and remembers which pages were asked for.</summary>
internal sealed class PagedLog(int pages) : IAliyunTransport
{
    public List<int> Asked { get; } = [];

    public Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct)
    {
        int page = int.Parse(request.Query.Single(field => field.Key == "PageNum").Value, CultureInfo.InvariantCulture);
        Asked.Add(page);
        return Task.FromResult(JsonDocument.Parse($$"""{"Logs":["line {{page}}"],"PageNum":{{page}},"TotalPageNum":{{pages}} }"""));
    }

    public void Dispose()
    {
    }
}
