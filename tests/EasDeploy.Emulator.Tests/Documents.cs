namespace EasDeploy.Emulator.Tests;

/// <summary>Service documents for CreateService.</summary>
internal static class Documents
{
    public const string GpuImage = "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu";

    public const string GpuType = "ecs.gn7i-c16g1.4xlarge";

    public static string Service(
        string name, string image = GpuImage, string type = GpuType, string model = "oss://yqtest-model/Qwen3.5-0.8B/", string script = "vllm serve /model_dir --port 8000", string more = "") => $$"""
        {
          "metadata": { "name": "{{name}}", "instance": 1 },
          "containers": [{ "image": "{{image}}", "port": 8000, "script": "{{script}}" }],
          "storage": [{ "mount_path": "/model_dir", "oss": { "path": "{{model}}", "readOnly": true } }],
          "cloud": { "computing": { "instance_type": "{{type}}" } }{{more}}
        }
        """;
}
