namespace EasDeploy.Tool.Wizard;

/// <summary>One question of the wizard.</summary>
/// <param name="Key">Name in an answers file.</param>
/// <param name="Meaning">One line for the reference page.</param>
/// <param name="Default">Taken for an empty line, and where an answers file leaves the question out; empty = none.</param>
internal sealed record Question(string Key, string Meaning, string Default = "");
