using EasDeploy.Emulator;

namespace EasDeploy.Aliyun.Tests.Faults;

/// <summary>What must become of a call: <c>ok</c>, or the code of the failure; with <c>?</c> when it may have been carried out.</summary>
/// <param name="Once">The fault strikes the first attempt only; empty = no such case.</param>
/// <param name="Always">The fault strikes every attempt.</param>
internal sealed record Outcome(string Once, string Always)
{
    public override string ToString() => Once == Always ? Once : Once.Length == 0 ? Always : $"{Once} → {Always}";
}

/// <summary>The declared outcome of each fault, by what the operation does. Nothing here is measured.</summary>
internal static class DeclaredOutcomes
{
    /// <summary>Nobody listens at the address: beside the faults an emulator can play.</summary>
    public const string Refuse = "refuse";

    private const string Ok = "ok";

    /// <summary>Faults by what is wrong, each group one table of the page.</summary>
    public static IReadOnlyDictionary<string, string[]> Groups { get; } = new Dictionary<string, string[]>
    {
        ["The connection"] = [Refuse, "reset", "hang", "reset-mid-body", "lost-answer", "slow-body"],
        ["The answer is none"] = ["truncated-json", "html-page", "wrong-content-type", "empty-body", "html-error-page", "error-502", "error-504"],
        ["Too much, or a fault of the cloud"] = ["throttled", "throttled-with-400", "throttled-with-hint", "throttled-with-retry-after", "error-500", "error-503"],
        ["A refusal"] = ["xml-error", "lower-case-error", "no-permission", "expired-token", "clock-skew", "nonce-used"],
    };

    public static IReadOnlyCollection<string> Faults { get; } = [Refuse, .. NamedFaults.Names];

    public static Outcome Of(string fault, OperationKind kind) => fault switch
    {
        Refuse => new("", "EAS7001"),
        "truncated-json" or "html-page" or "wrong-content-type" or "empty-body" when kind == OperationKind.Bytes => new(Ok, Ok),
        "slow-body" => new(Ok, Ok),
        "reset" => NotCarriedOut("EAS7006", kind),
        "hang" => NotCarriedOut("EAS7004", kind),
        "html-page" or "wrong-content-type" or "empty-body" or "html-error-page" or "error-502" or "error-504" => NotCarriedOut("EAS7005", kind),
        "error-500" or "error-503" => NotCarriedOut("EAS7104", kind),
        "reset-mid-body" or "lost-answer" => CarriedOut("EAS7006", kind),
        "truncated-json" => CarriedOut("EAS7005", kind),
        "throttled" or "throttled-with-400" or "throttled-with-hint" or "throttled-with-retry-after" => new(Ok, "EAS7103"),
        "xml-error" or "lower-case-error" => new("EAS7107", "EAS7107"),
        "no-permission" => new("EAS7101", "EAS7101"),
        "expired-token" => new(Ok, "EAS7109"),
        "clock-skew" => new(Ok, "EAS7108"),
        "nonce-used" => kind is OperationKind.Deletion or OperationKind.Removal ? new(Ok, "EAS7107?") : NotCarriedOut("EAS7107", kind),
        _ => throw new InvalidOperationException($"no outcome is declared for {fault}"),
    };

    /// <summary>The client cannot know that the call did not arrive. A creation finds out by looking.</summary>
    private static Outcome NotCarriedOut(string code, OperationKind kind) => kind switch
    {
        OperationKind.Read or OperationKind.Bytes => new(Ok, code),
        OperationKind.Creation => new(Ok, code + "?"),
        _ => new(code + "?", code + "?"),
    };

    private static Outcome CarriedOut(string code, OperationKind kind) => kind switch
    {
        OperationKind.Read or OperationKind.Bytes => new(Ok, code),
        OperationKind.Creation or OperationKind.Removal => new(Ok, Ok),
        _ => new(code + "?", code + "?"),
    };
}
