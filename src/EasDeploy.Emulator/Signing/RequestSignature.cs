using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>Finds out how a request was signed and whether rightly so.</summary>
internal sealed class RequestSignature(KeyRing keys, NonceMemory nonces)
{
    private static readonly Account Nobody = new("");

    /// <param name="parameters">Query, for RPC with the form merged in.</param>
    /// <exception cref="ApiException">The codes of openapi.md §4.2.</exception>
    public Account Verify(WireRequest request, OperationDeclaration operation, IReadOnlyList<(string Key, string Value)> parameters, DateTimeOffset now)
    {
        string authorization = request.Header("authorization") ?? "";
        string? Value(string name) => parameters.FirstOrDefault(p => p.Key == name).Value;
        if (authorization.StartsWith(RoaV1Signature.Scheme, StringComparison.Ordinal))
        {
            return RoaV1Signature.Verify(request, keys, nonces, now);
        }

        if (authorization.Length == 0 && Value("Signature") is not null)
        {
            return RpcV1Signature.Verify(request, parameters, keys, nonces, now);
        }

        if (authorization.Length == 0 && (request.Header("x-acs-signature-type") ?? Value("SignatureType")) == "BEARERTOKEN")
        {
            return (request.Header("x-acs-bearer-token") ?? Value("BearerToken")) == EmulatorKeys.BearerToken
                ? new Account(Account.FirstUid)
                : throw new ApiException(403, "InvalidBearerToken", "Specified bearer token is not valid.");
        }

        return operation.Anonymous && authorization.Length == 0 ? Nobody : Acs3Signature.Verify(request, keys, nonces, now);
    }
}
