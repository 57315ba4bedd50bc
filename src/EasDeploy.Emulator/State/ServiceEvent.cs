namespace EasDeploy.Emulator.State;

/// <summary>One line of DescribeServiceEvent.</summary>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Resource"><c>Service</c> or <c>Pod</c>.</param>
internal sealed record ServiceEvent(string Type, string Reason, string Message, DateTimeOffset Time, string Resource);
