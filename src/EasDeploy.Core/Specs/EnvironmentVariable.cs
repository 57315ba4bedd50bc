using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>A variable of the container's environment.</summary>
/// <param name="Value">Text for the file; empty when <paramref name="FromEnvironment"/> is there.</param>
/// <param name="FromEnvironment">Variable of the deploying process that holds the value; it is read only when the service is sent.</param>
public sealed record EnvironmentVariable(string Name, string Value, Given<string>? FromEnvironment, SourceLocation Location)
{
    /// <summary>What the file holds: the value, or a reference in its place.</summary>
    public string TextInFile => FromEnvironment is { } source ? VariableReference.Of(source.Value) : Value;

    public static EnvironmentVariable From(AttachedItem item) => new(
        item.Include.Trim(), item.Find(Metadata.Value)?.Text ?? "", item.ReadText(Metadata.FromEnvironment), item.Location);
}
