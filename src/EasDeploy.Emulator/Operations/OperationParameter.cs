namespace EasDeploy.Emulator.Operations;

/// <summary>One declared parameter of an operation.</summary>
/// <param name="Place"><c>path</c>, <c>query</c>, <c>body</c> (a field of the body, or the whole document) or <c>header</c>.</param>
/// <param name="Default">Value the service assumes, as text; null when none is published.</param>
/// <param name="Wire"><c>json-string</c>, <c>comma-joined</c>, <c>repeat-list</c>, a remark on a raw document, or null for the plain form.</param>
internal sealed record OperationParameter(string Name, string Place, TypeShape Shape, bool Required, string? Default, string? Wire)
{
    /// <summary>True when the parameter is the request body itself, not a field of it.</summary>
    public bool IsWholeBody => Place == "body" && Wire?.StartsWith("raw", StringComparison.Ordinal) == true;
}
