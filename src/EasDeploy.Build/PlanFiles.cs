namespace EasDeploy.Build;

/// <summary>Where plans are saved.</summary>
internal static class PlanFiles
{
    public static string PathOf(string folder, string serviceName) => Path.Combine(folder, serviceName + ".plan.json");
}
