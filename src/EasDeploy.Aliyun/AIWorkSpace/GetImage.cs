using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.AIWorkSpace;

public sealed partial class AIWorkSpaceClient
{
    /// <summary>One image with its labels, and its EasConfig where the API sends one.</summary>
    /// <remarks>Source: deployment workflow, step 2.3; openapi.md section 6: without Verbose=true there are no labels; the answer has no ImageId.</remarks>
    public async Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct)
    {
        ApiRequest request = Get("GetImage", "/api/v1/images" + ApiRequest.PathOf(imageId), new ApiQuery { { "Verbose", true } }) with
        {
            PathParameters = new ApiQuery { { "ImageId", imageId } },
        };
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement image = answer.RootElement;
        if (image.Text("Name") is null && image.Text("ImageUri") is null)
        {
            throw ApiAnswer.Lacks(request, "ImageUri");
        }

        JsonElement preset = image.Field("EasConfig");
        return new ImageDetail(
            imageId, NotBlank(image.Text("ImageUri")), NotBlank(preset.Text("script")), preset.Count("port"), Labels(image));
    }
}
