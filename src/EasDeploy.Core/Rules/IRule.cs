using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules;

/// <summary>One code. Second digit 1 and 2: reads a resolved service, and rests when a part it reads was not found or not checked.</summary>
public interface IRule
{
    DiagnosticDescriptor Descriptor { get; }

    IEnumerable<Diagnostic> Check(ResolvedService service);
}

/// <summary>A rule on facts that change by the hour: stock, free capacity, free addresses. They are never locked, so a locked build does not hear it.</summary>
/// <remarks>Source: design section 4.</remarks>
public interface IHourlyRule : IRule;

/// <summary>One code. Second digit 0: reads the raw item alone.</summary>
public interface IItemRule
{
    DiagnosticDescriptor Descriptor { get; }

    IEnumerable<Diagnostic> Check(ServiceItem item);
}

/// <summary>One code that needs all items of a project at once.</summary>
public interface IProjectRule
{
    DiagnosticDescriptor Descriptor { get; }

    IEnumerable<Diagnostic> Check(IReadOnlyList<ServiceItem> items);
}
