namespace EasDeploy.Tool.Doctoring;

/// <summary>How one thing is.</summary>
internal enum CheckState
{
    Good,

    /// <summary>Works, or is not needed by everybody.</summary>
    Warning,

    /// <summary>A deployment would stop here.</summary>
    Bad,
}

/// <summary>One line of <c>dotnet eas doctor</c>.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Text">How it is. Never a secret.</param>
/// <param name="Repair">What to do; null when it is good.</param>
internal sealed record CheckUp(CheckState State, string Name, string Text, string? Repair = null)
{
    public string Mark => State switch { CheckState.Good => "✅", CheckState.Warning => "⚠️", _ => "❌" };
}
