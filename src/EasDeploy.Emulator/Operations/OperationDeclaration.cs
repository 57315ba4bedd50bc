namespace EasDeploy.Emulator.Operations;

/// <summary>One published operation: route and parameters. Strictness comes from here, not from the code that answers.</summary>
/// <param name="Product"><c>eas aiworkspace ecs vpc nlb sts oss</c>.</param>
/// <param name="Style"><c>ROA</c>, <c>RPC</c> or <c>OSS</c>.</param>
/// <param name="Path">Template with <c>{Name}</c> segments for ROA; <c>/</c> otherwise.</param>
/// <param name="Response">Declared answer; null where none is published as JSON.</param>
/// <remarks>Source: Seeds/operations.json, taken from the vendor's generated models.</remarks>
internal sealed record OperationDeclaration(
    string Product, string Version, string Action, string Style, string Method, string Path, bool Anonymous,
    IReadOnlyList<OperationParameter> Parameters, TypeShape? Response)
{
    public IReadOnlyList<string> Segments { get; } = Path.Trim('/').Split('/');

    public IEnumerable<OperationParameter> In(string place) => Parameters.Where(p => p.Place == place);
}
