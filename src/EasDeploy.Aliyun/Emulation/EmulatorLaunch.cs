namespace EasDeploy.Aliyun.Emulation;

/// <summary>How to start an emulator for this user and region.</summary>
public sealed record EmulatorLaunch
{
    /// <summary>Full path of the <c>dotnet</c> executable.</summary>
    public required string DotnetHost { get; init; }

    /// <summary>Full path of <c>EasDeploy.Emulator.dll</c>.</summary>
    public required string EmulatorAssembly { get; init; }

    public required string Region { get; init; }

    /// <summary>Folder of the handle file; see <see cref="StateFolder"/>.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Version the running emulator must report; build metadata after <c>+</c> is not compared.</summary>
    public required string Version { get; init; }

    /// <summary><c>instant</c>, <c>describe:N</c> or <c>seconds:S</c>; null = the emulator's own default. Not part of the comparison.</summary>
    public string? Pace { get; init; }

    /// <summary>How long a new emulator may take until it answers.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
