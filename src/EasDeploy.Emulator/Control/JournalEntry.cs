namespace EasDeploy.Emulator;

/// <summary>One request the emulator has seen. No header and no body: nothing secret.</summary>
/// <param name="Number">1 for the first request of this emulator.</param>
/// <param name="Action">Operation name such as <c>DescribeService</c>; null when none was found.</param>
/// <param name="Path">Percent-encoded, as sent.</param>
/// <param name="Query">Percent-encoded, as sent, without the question mark; signatures and tokens are replaced by <c>***</c>.</param>
/// <param name="Status">HTTP status answered; 0 when the connection was cut.</param>
public sealed record JournalEntry(long Number, DateTimeOffset Time, string Method, string? Action, string Path, string Query, int Status);
