using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules;

/// <summary>A judged service. Only <see cref="RuleSet.Check"/> makes one.</summary>
public sealed record CheckedService
{
    internal CheckedService(ResolvedService service, ImmutableArray<Diagnostic> diagnostics)
    {
        Service = service;
        Diagnostics = diagnostics;
        Valid = diagnostics.Any(finding => finding.Severity == Severity.Error) ? null : new ValidService(service);
    }

    public ResolvedService Service { get; }

    /// <summary>Everything found and everything chosen, in the author's order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The proof that no rule objects; null when one does. A config can be made from nothing else.</summary>
    public ValidService? Valid { get; }
}

/// <summary>A service no rule objects to.</summary>
public sealed record ValidService
{
    internal ValidService(ResolvedService service) => Service = service;

    public ResolvedService Service { get; }
}
