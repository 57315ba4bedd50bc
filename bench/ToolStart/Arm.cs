namespace EasDeploy.Bench;

/// <summary>A way to start the tool, or a program to compare it with.</summary>
/// <param name="Program">Full path, or a name of PATH.</param>
/// <param name="Environment">Settings of the runtime on top of this process's own.</param>
/// <param name="Before">Arguments in front of those of the work: <c>eas</c> for <c>dotnet</c>.</param>
internal sealed record Arm(string Name, string Program, IReadOnlyDictionary<string, string> Environment, params string[] Before)
{
    public Arm(string name, string program)
        : this(name, program, new Dictionary<string, string>())
    {
    }

    public Arm With(string name, string variable, string value) => this with { Name = name, Environment = new Dictionary<string, string>(Environment) { [variable] = value } };
}
