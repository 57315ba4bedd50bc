namespace EasDeploy.Emulator.State;

/// <summary>One status of a service's way, with what is told on entering it.</summary>
/// <param name="Message">Service.Message while the status is shown.</param>
/// <param name="Reason">Service.Reason; by default the status in upper case, as the vendor's sample <c>RUNNING</c>.</param>
internal sealed record Step(ServiceStatus Status, string Message, string? Reason = null)
{
    /// <summary>Events written on entering.</summary>
    public IReadOnlyList<EventText> Events { get; init; } = [];

    /// <summary>How long the status lasts, in units of the pace; infinity: it never ends by itself.</summary>
    public double Dwell { get; init; } = 1;

    /// <summary>True: instances serve while this status is shown.</summary>
    public bool Serves { get; init; }

    /// <summary>False: the instances run, but the gateway does not reach them yet. Source: openapi.md §1.12.</summary>
    public bool GatewayReady { get; init; } = true;
}

/// <summary>An event before it has a time.</summary>
internal sealed record EventText(string Type, string Reason, string Message, string Resource = "Service")
{
    public static EventText Normal(string reason, string message, string resource = "Service") => new("Normal", reason, message, resource);

    public static EventText Warning(string reason, string message, string resource = "Pod") => new("Warning", reason, message, resource);
}
