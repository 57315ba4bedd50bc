using System.Globalization;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>Times of event and log queries: <c>yyyy-MM-dd HH:mm:ss</c>, UTC.</summary>
/// <remarks>Source: openapi.md §1.11 (ISO 8601 is rejected with InvalidParameter).</remarks>
internal static class QueryTime
{
    public const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <returns>The time sent, or null when absent.</returns>
    public static DateTimeOffset? Read(ApiCall call, string name)
    {
        if (call.Text(name) is not string text)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)
            ? time
            : throw ApiException.InvalidParameter($"{name} must have the form {Format} (UTC), not '{text}'.");
    }

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
