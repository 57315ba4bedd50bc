using System.Reflection;
using EasDeploy.Diagnostics;

namespace EasDeploy.Repository;

/// <summary>Every descriptor that Core declares, found by reflection: on a static property, or on the instance of a rule.</summary>
internal static class Descriptors
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. Declarations.Select(declared => declared.Descriptor).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];

    /// <summary>Each descriptor with the type that declares it.</summary>
    public static IEnumerable<(Type Owner, DiagnosticDescriptor Descriptor)> Declarations =>
        from type in typeof(DiagnosticDescriptor).Assembly.GetTypes()
        where !type.IsInterface && !type.IsGenericType && type != typeof(CloudException)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.PropertyType == typeof(DiagnosticDescriptor)
        select (type, (DiagnosticDescriptor)property.GetValue(property.GetMethod!.IsStatic ? null : Activator.CreateInstance(type))!);
}
