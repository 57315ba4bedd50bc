using System.Globalization;

namespace EasDeploy.Resolution;

/// <summary>The start command people use for a family, with the service's own port and model path.</summary>
/// <remarks>Source: deployment workflow, step 2.3; SGLang also gets --host 0.0.0.0 because it binds loopback by itself (design ruling K15).</remarks>
public static class TypicalScript
{
    /// <returns>Null for a family without a typical command.</returns>
    public static string? Of(ImageFamily family, string modelPath, int port)
    {
        string portText = port.ToString(CultureInfo.InvariantCulture);
        return family switch
        {
            ImageFamily.VLLM => $"vllm serve {modelPath} --port {portText} --trust-remote-code",
            ImageFamily.SGLang => $"python -m sglang.launch_server --model-path {modelPath} --host 0.0.0.0 --port {portText}",
            ImageFamily.ComfyUI => $"python main.py --listen 0.0.0.0 --port {portText}",
            _ => null,
        };
    }
}
