namespace EasDeploy.Plans;

/// <summary>What happens to a field.</summary>
public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One field of the service document that a deployment changes.</summary>
/// <param name="Pointer">JSON pointer in the spelling we write; a removed entry of a list has its place in the live document.</param>
/// <param name="Old">Compact JSON, <c>***</c> for a secret; null = it was not there.</param>
/// <param name="New">Compact JSON, <c>***</c> for a secret; null = it goes.</param>
/// <param name="Danger">Why somebody should look twice; null = no reason.</param>
public sealed record ConfigChange(ChangeKind Kind, string Pointer, string? Old, string? New, string? Danger);
