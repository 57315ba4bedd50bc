namespace EasDeploy.Build.Tests;

/// <summary>Packs once for all tests of this assembly; afterwards ends the emulators they started.</summary>
[TestClass]
public static class TestPackage
{
    private static TestHome? s_home;

    public static TestHome Home => s_home!;

    public static PackedPackage Package { get; private set; } = null!;

    [AssemblyInitialize]
    public static async Task PackAsync(TestContext context)
    {
        s_home = new TestHome();
        Package = await PackedPackage.PackAsync(s_home, context.CancellationToken);
    }

    [AssemblyCleanup]
    public static async Task EndAsync()
    {
        if (s_home is not null)
        {
            await s_home.DisposeAsync();
        }
    }
}
