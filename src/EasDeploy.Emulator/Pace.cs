using System.Globalization;

namespace EasDeploy.Emulator;

/// <summary>How fast a service passes through a status that does not last, such as <c>Creating</c>, <c>Waiting</c> or <c>Deleting</c>.</summary>
public readonly record struct Pace
{
    private Pace(PaceKind kind, double amount) => (Kind, Amount) = (kind, amount);

    /// <summary>The next look at a service sees the end of its life cycle.</summary>
    public static Pace Instant { get; }

    internal PaceKind Kind { get; }

    internal double Amount { get; }

    /// <summary>Each passing status is shown by <paramref name="calls"/> DescribeService calls, then the next one follows.</summary>
    public static Pace EveryDescribe(int calls) => new(PaceKind.Describe, calls);

    /// <summary>Each passing status lasts <paramref name="seconds"/> seconds.</summary>
    public static Pace EverySeconds(double seconds) => new(PaceKind.Seconds, seconds);

    /// <summary>Reads <c>instant</c>, <c>describe:N</c> (N whole, at least 1) or <c>seconds:S</c> (S at least 0).</summary>
    /// <returns>False when <paramref name="text"/> has none of these forms.</returns>
    public static bool TryParse(string text, out Pace pace)
    {
        pace = Instant;
        if (text == "instant")
        {
            return true;
        }

        string[] parts = text.Split(':');
        if (parts is ["describe", string calls] && int.TryParse(calls, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0)
        {
            pace = EveryDescribe(n);
            return true;
        }

        if (parts is ["seconds", string length]
            && double.TryParse(length, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            pace = EverySeconds(seconds);
            return true;
        }

        return false;
    }

    /// <returns>The form <see cref="TryParse"/> reads.</returns>
    public override string ToString() => Kind switch
    {
        PaceKind.Describe => string.Create(CultureInfo.InvariantCulture, $"describe:{Amount}"),
        PaceKind.Seconds => string.Create(CultureInfo.InvariantCulture, $"seconds:{Amount}"),
        _ => "instant",
    };
}

internal enum PaceKind
{
    Instant,
    Describe,
    Seconds,
}
