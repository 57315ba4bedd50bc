using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>Commands a person pastes after a run, with every option this run was started with that they need; they go into messages.</summary>
/// <param name="LookAgain">Given the name of a service: shows it.</param>
/// <param name="Resume">Goes on with what is under way.</param>
/// <param name="RollBack">Brings the old services back.</param>
/// <param name="Deploy">Deploys anew.</param>
public sealed record NextCommands(Func<string, string> LookAgain, string Resume, string RollBack, string Deploy)
{
    /// <summary>Given the name of a service: show its events and its log. Null = the calls of the aliyun CLI.</summary>
    public Func<string, ImmutableArray<string>>? LookDeeper { get; init; }
}
