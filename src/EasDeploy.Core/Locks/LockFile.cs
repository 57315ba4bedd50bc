using System.Collections.Immutable;
using EasDeploy.Catalogs;

namespace EasDeploy.Locks;

/// <summary>What <c>eas.lock.json</c> says: the facts of the cloud that each service of a project rests on.</summary>
/// <param name="Region">Region of every fact.</param>
/// <param name="IsEmulated">True: an emulator told the facts, not the cloud.</param>
/// <param name="Services">By service name; no two entries share anything, so that they move and merge on their own.</param>
/// <remarks>Source: design section 3 "Files", section 4 "Locked".</remarks>
public sealed record LockFile(string Region, bool IsEmulated, ImmutableDictionary<string, LockedService> Services)
{
    /// <summary>Name of the file beside the project, unless <c>EasLockFile</c> says another one.</summary>
    public const string UsualName = "eas.lock.json";

    /// <summary>The catalog of a project that is built from this lock: each service sees its own facts and no others.</summary>
    public ProjectCatalog ToCatalog() => new(
        Catalog.NotQueried(Region, "the service has no entry in the lock"),
        Services.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Facts, StringComparer.Ordinal));
}

/// <summary>The entry of one service.</summary>
/// <param name="QueriedAt">UTC, whole seconds: when these facts were first found as they are.</param>
/// <param name="Asked">What the service asked of the catalog, by metadata name: an entry answers exactly this question.</param>
/// <param name="Absent">Asked for, and not in the cloud's lists, in words; an image of one's own, for example.</param>
/// <param name="Facts">The rows in use. Facts that change by the hour are not in it: see <see cref="LockedFacts"/>.</param>
public sealed record LockedService(
    DateTimeOffset QueriedAt, ImmutableDictionary<string, string> Asked, ImmutableArray<string> Absent, Catalog Facts);
