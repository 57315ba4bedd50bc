namespace EasDeploy.Emulator.Operations;

/// <summary>The declared JSON type of a parameter or a field.</summary>
/// <param name="Type"><c>string int32 int64 float boolean any array map object</c>.</param>
/// <param name="Items">Shape of the elements of an array; null when not declared.</param>
/// <param name="Values">Shape of the values of a map; null when not declared.</param>
/// <param name="Properties">Fields of an object; null when not declared.</param>
internal sealed record TypeShape(
    string Type, TypeShape? Items = null, TypeShape? Values = null, IReadOnlyDictionary<string, TypeShape>? Properties = null);
