using EasDeploy.Diagnostics;

namespace EasDeploy.Items;

/// <summary>Raw text of one metadata value and the place where the author wrote it.</summary>
public sealed record ItemValue(string Text, SourceLocation Location);
