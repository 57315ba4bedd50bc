namespace EasDeploy.Diagnostics;

/// <summary>Room 7: cloud access. 70xx = no answer, 71xx = the API refused.</summary>
/// <remarks>Every 71xx message ends with the API's own Code and RequestId: placeholders {1}, {2}. Source: openapi.md section 4.</remarks>
public static class CloudDiagnostics
{
    /// <summary>{0} host and port, {1} operation.</summary>
    public static DiagnosticDescriptor ConnectionRefused { get; } = new("EAS7001", Severity.Error, "The cloud refused the connection",
        "{1}: nothing listens at {0}. Check EasEndpoint, EasRegion and the proxy variables; for the emulator run 'dotnet eas emulator' or set EasEmulator=true.");

    /// <summary>{0} host, {1} operation.</summary>
    public static DiagnosticDescriptor HostNotFound { get; } = new("EAS7002", Severity.Error, "The host name cannot be resolved",
        "{1}: the host name '{0}' cannot be resolved. Check EasRegion (for example cn-hangzhou), EasEndpoint and the network of this machine.");

    /// <summary>{0} host, {1} operation, {2} what the TLS layer said.</summary>
    public static DiagnosticDescriptor TlsFailed { get; } = new("EAS7003", Severity.Error, "The TLS handshake failed",
        "{1}: no trusted TLS connection to {0} ({2}). Install the missing root certificate, or fix the proxy that intercepts TLS.");

    /// <summary>{0} host, {1} operation, {2} seconds.</summary>
    public static DiagnosticDescriptor NoAnswerInTime { get; } = new("EAS7004", Severity.Error, "No answer in time",
        "{1}: {0} did not answer within {2} s. Run the command again; if it stays so, check the proxy variables and the service status page.");

    /// <summary>{0} host, {1} operation, {2} what came instead, shortened.</summary>
    public static DiagnosticDescriptor NotJson { get; } = new("EAS7005", Severity.Error, "The answer is not JSON",
        "{1}: {0} answered with something that is not the API's JSON: {2}. A proxy or a wrong EasEndpoint answers in its place; correct EasEndpoint or bypass the proxy.");

    /// <summary>{0} host, {1} operation, {2} reason.</summary>
    public static DiagnosticDescriptor ConnectionBroke { get; } = new("EAS7006", Severity.Error, "The connection broke",
        "{1}: the connection to {0} broke before the answer was complete ({2}). Run the command again; a deployment first asks what the cloud already has.");

    /// <summary>{0} list of the places looked at, one a line.</summary>
    public static DiagnosticDescriptor NoCredentials { get; } = new("EAS7010", Severity.Error, "No credentials",
        "no Alibaba Cloud credentials found. Looked at:\n{0}\nSet ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run 'aliyun configure', or set EasEmulator=true to try without an account.");

    /// <summary>{0} file, {1} what is wrong, {2} repair.</summary>
    public static DiagnosticDescriptor CredentialsUnusable { get; } = new("EAS7011", Severity.Error, "A credentials source is unusable",
        "the credentials in {0} cannot be used: {1}. {2}");

    /// <summary>No placeholder.</summary>
    public static DiagnosticDescriptor NoRegion { get; } = new("EAS7012", Severity.Error, "No region",
        "no region is set. Add <EasRegion>cn-hangzhou</EasRegion> to the project, set ALIBABA_CLOUD_REGION_ID, or give --region to dotnet eas.");

    /// <summary>{0} value.</summary>
    public static DiagnosticDescriptor BadEndpoint { get; } = new("EAS7013", Severity.Error, "EasEndpoint is not a base address",
        "EasEndpoint '{0}' is not an http or https base address. Write it like http://127.0.0.1:5080.");

    /// <summary>{0} value.</summary>
    public static DiagnosticDescriptor BadRegion { get; } = new("EAS7014", Severity.Error, "EasRegion is not a region id",
        "EasRegion '{0}' is not a region id. Write it like cn-hangzhou.");

    /// <summary>{0} file.</summary>
    public static DiagnosticDescriptor CredentialsReadable { get; } = new("EAS7015", Severity.Warning, "A credentials file is open to others",
        "other users of this machine can read the credentials in {0}. Run 'chmod 600 {0}'.");

    /// <summary>{0} reason, {1} command to try by hand.</summary>
    public static DiagnosticDescriptor EmulatorNotStarted { get; } = new("EAS7020", Severity.Error, "The emulator did not start",
        "the emulator did not start: {0}. Run '{1}' to see why, or set EasEndpoint to an emulator that runs.");

    /// <summary>{0} reason.</summary>
    public static DiagnosticDescriptor NoCli { get; } = new("EAS7021", Severity.Error, "No usable aliyun CLI",
        "the aliyun CLI cannot be used: {0}. Install version 3.3.1 or newer and put it on PATH, or set EasTransport to Https.");

    /// <summary>{0} operation, {1} exit code, {2} its first words.</summary>
    public static DiagnosticDescriptor CliFailed { get; } = new("EAS7022", Severity.Error, "The aliyun CLI failed",
        "{0}: the aliyun CLI ended with exit code {1}: {2}. Run the same call with 'aliyun' by hand, or set EasTransport to Https.");

    /// <summary>{0} list of the places looked at, one a line.</summary>
    public static DiagnosticDescriptor NoTransport { get; } = new("EAS7023", Severity.Error, "No way to the cloud",
        "neither HTTPS nor the aliyun CLI can be used. No credentials at:\n{0}\nand no 'aliyun' on PATH. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET for HTTPS, or install the CLI and run 'aliyun configure', or set EasEmulator=true to try without an account.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message, {4} RAM action.</summary>
    public static DiagnosticDescriptor NoPermission { get; } = new("EAS7101", Severity.Error, "Permission denied",
        "{0}: {3} (Code {1}, RequestId {2}). Add the line \"{4}\" to the Action list of a RAM policy of this user or role.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor BadCredentials { get; } = new("EAS7102", Severity.Error, "The access key was not accepted",
        "{0}: {3} (Code {1}, RequestId {2}). Check the access key: it is unknown, disabled, or its secret does not belong to it; 'aliyun configure' sets a new one.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor Throttled { get; } = new("EAS7103", Severity.Error, "Too many requests",
        "{0}: {3} (Code {1}, RequestId {2}). Wait a minute and run the command again, or lower EasMaxParallel.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message, {4} HTTP status.</summary>
    public static DiagnosticDescriptor ServerFault { get; } = new("EAS7104", Severity.Error, "The cloud reported a fault of its own",
        "{0}: HTTP {4}: {3} (Code {1}, RequestId {2}). Run the command again in a minute; quote the RequestId to Alibaba Cloud support if it stays.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor NotFound { get; } = new("EAS7105", Severity.Error, "The cloud does not know this",
        "{0}: {3} (Code {1}, RequestId {2}). Check EasRegion and the name; 'aliyun eas list-services' shows what exists.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor Conflict { get; } = new("EAS7106", Severity.Error, "The name is taken",
        "{0}: {3} (Code {1}, RequestId {2}). Choose another service name, or set EasOnExisting to Recreate.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message, {4} HTTP status, {5} repair.</summary>
    public static DiagnosticDescriptor Refused { get; } = new("EAS7107", Severity.Error, "The cloud refused the request",
        "{0}: HTTP {4}: {3} (Code {1}, RequestId {2}). {5}.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor ClockSkew { get; } = new("EAS7108", Severity.Error, "The clock of this machine is off",
        "{0}: {3} (Code {1}, RequestId {2}). Set the clock of this machine: requests more than 15 minutes off are refused.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} Message.</summary>
    public static DiagnosticDescriptor TokenExpired { get; } = new("EAS7109", Severity.Error, "The security token has expired",
        "{0}: {3} (Code {1}, RequestId {2}). Get new temporary credentials (log in again) and run the command again.");

    /// <summary>{0} operation, {1} Code, {2} RequestId, {3} service name.</summary>
    public static DiagnosticDescriptor ForeignName { get; } = new("EAS7110", Severity.Error, "The service name belongs to another account",
        "{0}: the name '{3}' belongs to another account in this region (Code {1}, RequestId {2}). Choose another service name.");

    /// <summary>Every descriptor of the room, in code order.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        ConnectionRefused, HostNotFound, TlsFailed, NoAnswerInTime, NotJson, ConnectionBroke, NoCredentials, CredentialsUnusable, NoRegion, BadEndpoint,
        BadRegion, CredentialsReadable, EmulatorNotStarted, NoCli, CliFailed, NoTransport, NoPermission, BadCredentials, Throttled, ServerFault, NotFound, Conflict, Refused, ClockSkew, TokenExpired, ForeignName,
    ];
}
