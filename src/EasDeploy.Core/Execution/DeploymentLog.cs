using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Says what happens to one service and keeps its findings. Blots out the token and the secrets it knows: the cloud may repeat what it was sent.</summary>
internal sealed class DeploymentLog(string serviceName, IProgress<DeploymentProgress> progress)
{
    private const int ShortestHidden = 6;
    private readonly List<Secret> _hidden = [];
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Token of the service being replaced.</summary>
    public Secret Token { get; set; }

    /// <summary>Blots a value out of everything said from now on; one too short to tell from other text is left alone.</summary>
    public void Hide(Secret secret)
    {
        if (secret.Reveal().Length >= ShortestHidden && !_hidden.Contains(secret))
        {
            _hidden.Add(secret);
        }
    }

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    public void Say(string text) => Say(text, isPreview: false);

    public void Say(string text, bool isPreview) =>
        progress.Report(new DeploymentProgress(serviceName, WithoutToken(text), IsPreview: isPreview));

    /// <summary>Once per finding: checking twice does not report twice.</summary>
    public void Add(Diagnostic finding)
    {
        Diagnostic clean = finding with { Message = WithoutToken(finding.Message) };
        if (!_diagnostics.Contains(clean))
        {
            _diagnostics.Add(clean);
            progress.Report(new DeploymentProgress(serviceName, "", clean));
        }
    }

    public string WithoutToken(string text) => _hidden.Append(Token)
        .Where(secret => !secret.IsEmpty)
        .Aggregate(text, (shown, secret) => shown.Replace(secret.Reveal(), "***", StringComparison.Ordinal));
}
