using EasDeploy.Aliyun.Emulation;
using EasDeploy.Aliyun.Tests.Credentials;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Emulation;

[TestClass]
public sealed class EmulatorProcessTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_program_that_dies_at_start_is_told_with_its_exit_code()
    {
        using HomeFolder home = new();
        CloudException fault = await FailAsync(Launch(home) with { EmulatorAssembly = typeof(Diagnostic).Assembly.Location });

        Assert.AreEqual("EAS7020", fault.Descriptor.Code);
        StringAssert.Contains(fault.Message, "exit code");
    }

    [TestMethod]
    public async Task A_missing_program_is_told()
    {
        using HomeFolder home = new();
        CloudException assembly = await FailAsync(Launch(home) with { EmulatorAssembly = Path.Combine(home.Path, "none.dll") });
        CloudException host = await FailAsync(Launch(home) with { DotnetHost = Path.Combine(home.Path, "no-dotnet") });

        Assert.AreEqual("EAS7020", assembly.Descriptor.Code);
        StringAssert.Contains(assembly.Message, "none.dll does not exist");
        Assert.AreEqual("EAS7020", host.Descriptor.Code);
        StringAssert.Contains(host.Message, "no-dotnet");
    }

    [TestMethod]
    public async Task A_region_that_is_none_reaches_no_file_name()
    {
        using HomeFolder home = new();
        CloudException fault = await FailAsync(Launch(home) with { Region = "../../x" });

        Assert.AreEqual("EAS7014", fault.Descriptor.Code);
    }

    private static EmulatorLaunch Launch(HomeFolder home) => new()
    {
        DotnetHost = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
        EmulatorAssembly = typeof(Diagnostic).Assembly.Location,
        Region = "cn-hangzhou",
        StateFolder = Path.Combine(home.Path, "state"),
        Version = "0.1.0",
    };

    private Task<CloudException> FailAsync(EmulatorLaunch launch) => Assert.ThrowsExactlyAsync<CloudException>(
        () => EmulatorProcess.FindOrStartAsync(launch, TestContext.CancellationToken));
}
