using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>When this build first came to one of our tasks: an answer from then on is fresh for every project of the build.</summary>
internal static class BuildStart
{
    private const string Key = "EasDeploy.Build.BuildStart";

    public static DateTimeOffset Of(IBuildEngine4 engine)
    {
        if (engine.GetRegisteredTaskObject(Key, RegisteredTaskObjectLifetime.Build) is DateTimeOffset known)
        {
            return known;
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        engine.RegisterTaskObject(Key, now, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return now;
    }
}
