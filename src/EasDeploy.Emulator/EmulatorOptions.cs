namespace EasDeploy.Emulator;

/// <summary>What one emulator is: one region, one pace, one address.</summary>
public sealed record EmulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only region served. Seed data is written for cn-hangzhou; elsewhere that name is replaced, ids stay.</summary>
    public string Region { get; init; } = "cn-hangzhou";

    /// <summary>How fast services move.</summary>
    public Pace Pace { get; init; } = Pace.Instant;

    /// <summary>True: unknown query and body fields are passed over instead of refused.</summary>
    public bool Loose { get; init; }

    /// <summary>The clock of signatures, statuses and events.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The emulator ends after this long without a request; null: never.</summary>
    public TimeSpan? IdleLimit { get; init; }
}
