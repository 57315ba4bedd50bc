using System.Globalization;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>How far a request's date may be from the emulator's clock.</summary>
internal static class ClockWindow
{
    /// <summary>To either side. Source: openapi.md §3.1 (x-acs-date).</summary>
    public static readonly TimeSpan Width = TimeSpan.FromMinutes(15);

    /// <param name="text">As sent; null when absent.</param>
    /// <param name="format">Exact .NET format, UTC.</param>
    /// <exception cref="ApiException"><c>InvalidTimeStamp.Format</c> or <c>InvalidTimeStamp.Expired</c>.</exception>
    public static void Check(string? text, string format, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, Utc, out DateTimeOffset sent))
        {
            throw new ApiException(400, "InvalidTimeStamp.Format", $"Specified time stamp or date value is not well formatted: '{text}'.");
        }

        if ((now - sent).Duration() > Width)
        {
            throw new ApiException(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        }
    }
}
