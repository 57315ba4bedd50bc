#pragma warning disable IDE0130 // Namespace does not match folder: the engine finds the attribute by its full name.
namespace Microsoft.Build.Framework;

/// <summary>Our own copy: the engine matches it by full name, and the package we compile against does not have it yet.</summary>
/// <remarks>Its contract: no current directory, no relative paths, no environment changes, no mutable statics without locks.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
