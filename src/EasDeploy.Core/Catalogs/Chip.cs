namespace EasDeploy.Catalogs;

/// <summary>Accelerator kind of an image or an instance type; spelled as label <c>system.chipType</c> spells it.</summary>
/// <remarks>Source: deployment workflow, phase 3 "Filter rules".</remarks>
public enum Chip
{
    CPU,
    GPU,

    /// <summary>Hanguang instances.</summary>
    PPU,
    XPU,
}
