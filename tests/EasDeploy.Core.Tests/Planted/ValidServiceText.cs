using System.Collections.Immutable;
using EasDeploy.Testing;

namespace EasDeploy.Planted;

/// <summary>A service that nothing objects to: every shape the reference knows, in items and as documents.</summary>
/// <remarks>From <c>Planted/ValidServices.txt</c>: <c>== title</c>, then project items or a document.</remarks>
internal sealed record ValidServiceText(string Title, string Text)
{
    public static ImmutableArray<ValidServiceText> All { get; } =
        [.. File.ReadAllText(Path.Combine(Repository.Root, "tests", "EasDeploy.Core.Tests", "Planted", "ValidServices.txt"))
            .Split("== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split('\n', 2))
            .Select(parts => new ValidServiceText(parts[0], parts[1].Trim()))];

    public static ImmutableArray<string> Documents { get; } = [.. All.Select(one => one.Text).Where(text => text.StartsWith('{'))];
}
