namespace EasDeploy.Diagnostics;

/// <summary>The cloud said no (EAS71xx) or did not answer (EAS70xx). Carries the words for the author, never a secret.</summary>
/// <remarks>Source: error bodies, reference openapi.md section 4.1.</remarks>
public sealed class CloudException : Exception
{
    public CloudException(DiagnosticDescriptor descriptor, string message, Exception? inner = null)
        : base(message, inner)
    {
        Descriptor = descriptor;
    }

    /// <summary>Builds the message from the descriptor's format.</summary>
    public static CloudException Of(DiagnosticDescriptor descriptor, Exception? inner, params object?[] arguments) =>
        new(descriptor, descriptor.At(SourceLocation.None, arguments).Message, inner);

    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>API operation, for example <c>CreateService</c>; null before a request was built.</summary>
    public string? Action { get; init; }

    /// <summary>The API's own <c>Code</c>, for example <c>InvalidService.NotFound</c>; null when there was no answer.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The API's <c>RequestId</c>, to quote in a support ticket.</summary>
    public string? RequestId { get; init; }

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int HttpStatus { get; init; }

    /// <summary>False only when the request is proven not to have been executed (refused connection, throttled, rejected).</summary>
    public bool MayHaveBeenExecuted { get; init; }

    public Diagnostic ToDiagnostic(SourceLocation location) => new(Descriptor.Code, Descriptor.Severity, location, Message);
}
