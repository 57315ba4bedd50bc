using EasDeploy.Diagnostics;

namespace EasDeploy.Specs;

/// <summary>A typed value the author gave, with its place. A value left out, or one that does not parse, is null instead.</summary>
public sealed record Given<T>(T Value, SourceLocation Location)
{
    public override string ToString() => Value?.ToString() ?? "";
}
