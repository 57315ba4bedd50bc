namespace EasDeploy.Items;

/// <summary>One name an author can write: a property or the metadata of an item.</summary>
/// <param name="Owner">Item type the metadata belongs to; empty for a property.</param>
/// <param name="Name">As written, without <c>$()</c> or <c>%()</c>.</param>
/// <param name="Phase">Workflow phase 1 to 6; 0 = build integration.</param>
/// <param name="Unit">Unit or shape of the value, for example <c>s</c>, <c>GB</c>, <c>true|false</c>.</param>
/// <param name="Default">What holds when it is left out; empty = nothing.</param>
/// <param name="Help">One or two sentences for the reference page.</param>
public sealed record PropertyDeclaration(string Owner, string Name, int Phase, string Unit, string Default, string Help);
