namespace EasDeploy.Resolution;

/// <summary>What matching a wanted part with the catalog gave.</summary>
public enum ResolutionState
{
    /// <summary>No catalog, or nothing wanted: rules that read the part rest.</summary>
    NotChecked,
    NotFound,
    Found,
}

/// <summary>A part of a service after matching. <see cref="Value"/> is there exactly when the state is Found.</summary>
public sealed record Resolved<T>
    where T : class
{
    private Resolved(ResolutionState state, T? value) => (State, Value) = (state, value);

    public ResolutionState State { get; }

    public T? Value { get; }

    internal static Resolved<T> NotChecked { get; } = new(ResolutionState.NotChecked, null);

    internal static Resolved<T> NotFound { get; } = new(ResolutionState.NotFound, null);

    internal static Resolved<T> Found(T value) => new(ResolutionState.Found, value);
}
