namespace EasDeploy.Catalogs;

/// <summary>A row of DescribeMachineSpec.</summary>
/// <param name="Name">For example <c>ecs.gn7i-c16g1.4xlarge</c>.</param>
/// <param name="Cpu">vCPU cores.</param>
/// <param name="Memory">GB.</param>
/// <param name="Gpu">Model name, for example <c>A10</c>; empty on types without one.</param>
/// <param name="GpuAmount">Cards; a missing field counts as 0.</param>
/// <param name="GpuMemory">GB per card; 0 when not stated.</param>
/// <param name="StockStatus"><c>WithStock</c>, <c>ClosedWithStock</c>, <c>NoStock</c>, or empty.</param>
/// <remarks>Source: EAS 2021-07-01 DescribeMachineSpec.</remarks>
public sealed record InstanceType(
    string Name, int Cpu, double Memory, string Gpu, int GpuAmount, double GpuMemory, bool IsAvailable, string StockStatus);
