namespace EasDeploy.Diagnostics;

/// <summary>A value that must never be printed, logged or written: access tokens, key secrets.</summary>
public readonly struct Secret(string? value) : IEquatable<Secret>
{
    private readonly string? _value = value;

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>The text itself. Call only where it is sent.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => IsEmpty ? "(none)" : "***";

    public bool Equals(Secret other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
