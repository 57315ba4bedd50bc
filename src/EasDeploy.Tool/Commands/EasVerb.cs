using System.Collections.Immutable;
using System.CommandLine;

namespace EasDeploy.Tool.Commands;

/// <summary>A verb with examples: its help ends with lines to paste.</summary>
internal sealed class EasVerb(string name, string description) : Command(name, description)
{
    public ImmutableArray<string> Examples { get; set; } = [];
}
