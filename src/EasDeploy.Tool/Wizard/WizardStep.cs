namespace EasDeploy.Tool.Wizard;

/// <summary>One step of the workflow: answers in, answers out.</summary>
/// <param name="Key">Kept with the answers of a wizard that was left.</param>
/// <param name="Phase">Heading shown before its first step; empty = the phase goes on.</param>
internal sealed record WizardStep(string Key, string Phase, Func<ServiceDraft, CancellationToken, Task<ServiceDraft>> RunAsync);
