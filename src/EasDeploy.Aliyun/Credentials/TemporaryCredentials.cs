namespace EasDeploy.Aliyun.Credentials;

/// <summary>A key that ends: asked for when first needed and again before it does, once for all who wait.</summary>
/// <remarks>Source: openapi.md section 9.3; libraries renew 3 to 15 minutes early, we 5, or a third of a shorter life.</remarks>
#pragma warning disable CA1001 // Type owns disposable field but is not disposable: a SemaphoreSlim whose wait handle is never asked for holds nothing.
internal abstract class TemporaryCredentials(string origin, TimeProvider clock) : CredentialSource
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private AccessKey? _key;
    private DateTimeOffset _fetchedAt;

    public override string Origin { get; } = origin;

    public override async ValueTask<AccessKey> GetAsync(bool renew, CancellationToken ct)
    {
        AccessKey? seen = _key;
        if (!renew && seen is not null && !IsEnding(seen))
        {
            return seen;
        }

        await _gate.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            // Somebody else renewed it while we waited.
            if (_key is { } current && !ReferenceEquals(current, seen) && !IsEnding(current))
            {
                return current;
            }

            AccessKey fetched = await FetchAsync(ct).ConfigureAwait(false);
            _fetchedAt = clock.GetUtcNow();
            _key = fetched;
            return fetched;
        }
        finally
        {
            _gate.Release();
        }
    }

    protected abstract Task<AccessKey> FetchAsync(CancellationToken ct);

    private bool IsEnding(AccessKey key)
    {
        if (key.Expiration is not { } end)
        {
            return false;
        }

        TimeSpan third = (end - _fetchedAt) / 3;
        return clock.GetUtcNow() >= end - (third < Early ? third : Early);
    }
}
