using EasDeploy.Aliyun;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>One id per build, the same for every call of every task.</summary>
/// <remarks>Source: checklist X6: 128 bits per run.</remarks>
internal static class RunId
{
    private const string Key = "EasDeploy.Build.RunId";

    public static string Of(IBuildEngine4 engine)
    {
        if (engine.GetRegisteredTaskObject(Key, RegisteredTaskObjectLifetime.Build) is string known)
        {
            return known;
        }

        string id = UserAgent.NewRunId();
        engine.RegisterTaskObject(Key, id, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return id;
    }
}
