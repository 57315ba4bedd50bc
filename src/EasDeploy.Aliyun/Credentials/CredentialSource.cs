namespace EasDeploy.Aliyun.Credentials;

/// <summary>Gives the key of the moment; a source of temporary keys renews them before they end.</summary>
public abstract class CredentialSource
{
    /// <summary>Where the key comes from, for people: a variable's or file's name, never a value.</summary>
    public abstract string Origin { get; }

    /// <param name="renew">True after the cloud called the last key expired: do not answer from memory.</param>
    /// <exception cref="Diagnostics.CloudException">EAS7011 the source is unusable; EAS70xx, EAS71xx from the call that gets a temporary key.</exception>
    public abstract ValueTask<AccessKey> GetAsync(bool renew, CancellationToken ct);

    public sealed override string ToString() => Origin;
}

/// <summary>A key that does not change.</summary>
public sealed class StaticCredentials(string origin, AccessKey key) : CredentialSource
{
    public override string Origin { get; } = origin;

    public override ValueTask<AccessKey> GetAsync(bool renew, CancellationToken ct) => ValueTask.FromResult(key);
}
