using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Items.Projects;

/// <summary>Reads the values of our properties; each bad one is named with what is allowed.</summary>
/// <param name="placeOf">Where a property is written, by its name and value; asked for a bad one alone.</param>
public sealed class PolicyProperties(Func<string, string, SourceLocation> placeOf)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Findings => _findings.ToImmutable();

    /// <summary>The policy of the project, before the items override it.</summary>
    /// <param name="value">Value of a property; empty = not set.</param>
    public DeploymentPolicy Policy(Func<string, string> value)
    {
        int? seconds = Number("EasWaitTimeout", value("EasWaitTimeout"), 1);
        return new DeploymentPolicy(
            OnExisting(value("EasOnExisting")),
            Flag("EasWait", value("EasWait"), true),
            seconds is { } limit ? TimeSpan.FromSeconds(limit) : null,
            Flag("EasAutoSwitchInstance", value("EasAutoSwitchInstance"), true))
        {
            Severities = Severities(value("EasSeverity")),
            RollbackOnFailure = Flag("EasRollbackOnFailure", value("EasRollbackOnFailure"), true),
            Verify = Enum.Parse<VerifyLevel>(Word("EasVerify", value("EasVerify"), nameof(VerifyLevel.Gateway), nameof(VerifyLevel.Model), nameof(VerifyLevel.None))),
        };
    }

    public bool Flag(string property, string value, bool whenEmpty)
    {
        if (value.Length == 0)
        {
            return whenEmpty;
        }

        return ServiceSpec.ParseFlag(value) ?? Bad(property, value, "true or false", whenEmpty);
    }

    /// <returns>A whole number from <paramref name="least"/> on; null when left out.</returns>
    public int? Number(string property, string value, int least)
    {
        if (value.Length == 0)
        {
            return null;
        }

        return ServiceSpec.ParseNumber(value) is { } number && number >= least ? number : Bad<int?>(property, value, $"a whole number, {least} or more", null);
    }

    public OnExisting OnExisting(string value)
    {
        if (value.Length == 0)
        {
            return Specs.OnExisting.Recreate;
        }

        return ServiceSpec.ParseOnExisting(value) ?? Bad("EasOnExisting", value, "Recreate, Fail or Update", Specs.OnExisting.Recreate);
    }

    /// <returns>The allowed word that equals the value, case ignored; the first one when it is left out or bad.</returns>
    public string Word(string property, string value, params string[] allowed)
    {
        if (value.Length == 0)
        {
            return allowed[0];
        }

        return allowed.FirstOrDefault(word => string.Equals(word, value, StringComparison.OrdinalIgnoreCase))
            ?? Bad(property, value, string.Join(", ", allowed[..^1]) + " or " + allowed[^1], allowed[0]);
    }

    public SeverityOverrides Severities(string value)
    {
        (SeverityOverrides overrides, string? bad) = SeverityOverrides.Parse(value);
        return bad is null ? overrides : Bad("EasSeverity", bad.Shown(), "a code and none, info, warning or error, such as EAS4210=none", overrides);
    }

    private T Bad<T>(string property, string value, string allowed, T instead)
    {
        _findings.Add(BuildDiagnostics.BadPropertyValue.At(placeOf(property, value), property, value, allowed));
        return instead;
    }
}
