using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

/// <summary>An instance type of the catalog with its one chip.</summary>
public sealed record ResolvedInstanceType(InstanceType Row, Chip Chip)
{
    public string Name => Row.Name;
}
