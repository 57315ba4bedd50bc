using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Outcome of a search for credentials.</summary>
/// <param name="Source">What was found; null when nothing usable was.</param>
/// <param name="LookedAt">One line per place: what it is and why it gave nothing.</param>
/// <param name="Unusable">EAS7011 when a place was meant to give credentials and cannot; told instead of the list.</param>
/// <param name="Findings">Warnings about what was found, for example a file that others can read.</param>
public sealed record CredentialSearch(
    CredentialSource? Source, ImmutableArray<string> LookedAt, CloudException? Unusable, ImmutableArray<Diagnostic> Findings)
{
    /// <exception cref="CloudException">EAS7010 with the places looked at, or EAS7011 with what is wrong in one of them.</exception>
    public CredentialSource OrThrow() =>
        Source ?? throw Unusable ?? CloudException.Of(CloudDiagnostics.NoCredentials, null, string.Join('\n', LookedAt.Select(place => "  " + place)));
}
