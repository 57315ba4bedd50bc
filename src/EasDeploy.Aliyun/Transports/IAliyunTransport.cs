using System.Text.Json;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Carries one API call to the cloud and its answer back.</summary>
public interface IAliyunTransport : IDisposable
{
    /// <returns>The answer of a successful call, a JSON object. An answer that says "no" is thrown, never returned.</returns>
    /// <exception cref="Diagnostics.CloudException">EAS70xx: no answer. EAS71xx: the API refused; keeps code and RequestId.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct);
}
