namespace EasDeploy.Tool.Wizard;

/// <summary>Why a screen ended without its answers.</summary>
internal enum LeaveReason
{
    /// <summary><c>b</c></summary>
    Back,

    /// <summary><c>q</c></summary>
    Quit,

    /// <summary>The input has ended.</summary>
    NoAnswer,
}

/// <summary>Leaves a screen from whatever depth of it a question is asked; caught in one place, by <see cref="WizardRun"/>.</summary>
/// <param name="question">The one nobody answered; only with <see cref="LeaveReason.NoAnswer"/>.</param>
internal sealed class ScreenLeftException(LeaveReason reason, Question? question = null) : Exception(reason.ToString())
{
    public LeaveReason Reason { get; } = reason;

    public Question? Question { get; } = question;
}
