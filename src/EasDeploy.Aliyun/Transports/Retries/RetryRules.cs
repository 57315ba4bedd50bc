using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports.Retries;

/// <summary>What may be sent again: reads, and writes that are proven not to have been carried out.</summary>
/// <remarks>Source: openapi.md section 4.4; official libraries repeat nothing by default, so the policy is ours.</remarks>
internal static class RetryRules
{
    /// <returns>How many attempts a call may have in all when it fails like this; 1 = none more.</returns>
    public static int Attempts(ApiRequest request, CloudException failure)
    {
        bool isSafe = request.IsRead || !failure.MayHaveBeenExecuted;
        DiagnosticDescriptor kind = failure.Descriptor;
        return kind == CloudDiagnostics.Throttled ? 10
            : kind == CloudDiagnostics.ConnectionRefused || kind == CloudDiagnostics.HostNotFound ? 3
            : kind == CloudDiagnostics.ConnectionBroke ? (isSafe ? 4 : 1)
            : kind == CloudDiagnostics.NoAnswerInTime ? (isSafe ? 2 : 1)
            : kind == CloudDiagnostics.ServerFault ? (request.IsRead ? 4 : 1)
            : kind == CloudDiagnostics.NotJson ? (!request.IsRead ? 1 : failure.HttpStatus >= 500 ? 4 : 2)
            : IsUsedNonce(failure) && (request.IsRead || request.Method == HttpMethod.Delete) ? 3
            : 1;
    }

    /// <summary>The request arrived once already: on a write that is no proof that it was not carried out.</summary>
    public static bool IsUsedNonce(CloudException failure) => failure.ErrorCode == "SignatureNonceUsed";

    /// <summary>A temporary key may have ended early; a new one is asked for once.</summary>
    public static bool IsAboutTemporaryKey(CloudException failure) =>
        failure.Descriptor == CloudDiagnostics.TokenExpired
        || failure.ErrorCode?.StartsWith("InvalidSecurityToken", StringComparison.OrdinalIgnoreCase) == true;
}
