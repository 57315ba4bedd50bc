using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Says what happens to one service and keeps its findings. Blots out the token it knows: the cloud may repeat what it was sent.</summary>
internal sealed class DeploymentLog(string serviceName, IProgress<DeploymentProgress> progress)
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Token of the service being replaced.</summary>
    public Secret Token { get; set; }

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

    public string WithoutToken(string text) => Token.IsEmpty ? text : text.Replace(Token.Reveal(), "***", StringComparison.Ordinal);
}
