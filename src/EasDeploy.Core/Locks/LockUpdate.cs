using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Locks;

/// <summary>Makes the lock of a project from what the cloud says now.</summary>
public static class LockUpdate
{
    private static readonly HashSet<string> s_ofTheHour = [.. RuleSet.Rules.OfType<IHourlyRule>().Select(rule => rule.Descriptor.Code)];

    /// <param name="services">Judged against the same catalog; one with an error gets no entry.</param>
    /// <param name="before">An entry that says the same keeps its time; null = there is no lock yet.</param>
    /// <exception cref="InvalidOperationException">The facts kept would give another config: our own bug.</exception>
    public static LockFile Make(IReadOnlyList<CheckedService> services, string region, bool isEmulated, LockFile? before)
    {
        ImmutableDictionary<string, LockedService>.Builder entries = ImmutableDictionary.CreateBuilder<string, LockedService>(StringComparer.Ordinal);
        foreach (CheckedService service in services.Where(service => service.Valid is not null))
        {
            LockedService entry = EntryOf(service);
            LockedService? old = before?.Services.GetValueOrDefault(service.Service.Name);
            entries[service.Service.Name] = old is not null && LockText.SameBut(old, entry) ? old : entry;
        }

        return new LockFile(region, isEmulated, entries.ToImmutable());
    }

    private static LockedService EntryOf(CheckedService online)
    {
        ResolvedService service = online.Service;
        Catalog used = LockRows.Used(service) with { QueriedAt = WholeSeconds(service.Catalog.QueriedAt ?? default) };
        Catalog facts = LockedFacts.Settled(used);
        CheckedService locked = Judge(service, facts);
        if (!SameFindings(online, locked) || !SameConfig(online, locked))
        {
            facts = LockedFacts.Settled(LockRows.WithOffers(used, service));
            locked = Judge(service, facts);
        }

        return SameConfig(online, locked)
            ? new LockedService(facts.QueriedAt!.Value, LockQuestion.Of(service.Spec), LockAnswer.Absent(locked.Service), facts)
            : throw new InvalidOperationException($"the facts of service '{service.Name.Shown()}' give another config than the whole catalog");
    }

    private static CheckedService Judge(ResolvedService service, Catalog facts) =>
        RuleSet.Check(ServiceResolver.Resolve(service.Spec, facts, CheckPurpose.Build));

    private static bool SameConfig(CheckedService online, CheckedService locked) => ServiceConfig.Draft(online.Service) == ServiceConfig.Draft(locked.Service);

    private static bool SameFindings(CheckedService online, CheckedService locked) => Lasting(online).SequenceEqual(Lasting(locked));

    private static IEnumerable<Diagnostic> Lasting(CheckedService service) => service.Diagnostics.Where(finding => !s_ofTheHour.Contains(finding.Code));

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
