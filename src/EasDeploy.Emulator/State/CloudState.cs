using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.State;

/// <summary>Everything an emulator knows: seed data and services of one region. One caller at a time holds <see cref="Gate"/>.</summary>
internal sealed class CloudState(EmulatorOptions options)
{
    private readonly Dictionary<string, EasService> _services = new(StringComparer.Ordinal);

    /// <summary>The same services, oldest first: a list of thousands is shown without sorting.</summary>
    private readonly List<EasService> _inOrder = [];

    public Lock Gate { get; } = new();

    /// <summary>Fixed keys and those that STS gave out.</summary>
    public KeyRing Keys { get; } = new();

    public EmulatorOptions Options { get; } = options;

    public string Region => Options.Region;

    public Catalog Catalog { get; } = new(options.Region);

    /// <summary>Base address of the emulator, set once it listens; endpoints of services start with it.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>All services, each moved on to the present moment, in the order of their creation.</summary>
    public IReadOnlyList<EasService> Services
    {
        get
        {
            foreach (EasService service in _inOrder.Where(s => s.Next is not null).ToArray())
            {
                Advance(service);
            }

            return _inOrder;
        }
    }

    /// <summary>Life cycles asked for by control call before their service was created, by service name.</summary>
    public Dictionary<string, string> PlannedLifeCycles { get; } = new(StringComparer.Ordinal);

    /// <summary>Forgets all services and takes these instead.</summary>
    public void Replace(IEnumerable<EasService> services)
    {
        _services.Clear();
        foreach (EasService service in services)
        {
            _services[service.Name] = service;
        }

        _inOrder.Clear();
        _inOrder.AddRange(_services.Values.OrderBy(s => s.CreateTime));
    }

    public void Add(EasService service)
    {
        _services.Add(service.Name, service);
        _inOrder.Add(service);
    }

    /// <returns>The service moved on to the present moment, or null when the name is free.</returns>
    public EasService? Find(string name)
    {
        if (_services.TryGetValue(name, out EasService? service))
        {
            Advance(service);
        }

        return _services.GetValueOrDefault(name);
    }

    /// <summary>Finds a service for a caller.</summary>
    /// <exception cref="ApiException">404 InvalidService.NotFound; 403 Forbidden.PrivilegeCheckFailed for another account's.</exception>
    /// <remarks>Source: openapi.md §1.3, §4.3 (statuses inferred).</remarks>
    public EasService Owned(string clusterId, string name, string uid)
    {
        EasService service = (clusterId == Region ? Find(name) : null)
            ?? throw new ApiException(404, "InvalidService.NotFound", $"Service {name} is not found in {clusterId}.");
        return service.OwnerUid == uid
            ? service
            : throw new ApiException(403, "Forbidden.PrivilegeCheckFailed", $"Privilege check failed for service {name}.");
    }

    private void Advance(EasService service)
    {
        DateTimeOffset now = Now;
        while (service.Next is not null && Due(service, now) is DateTimeOffset due && due <= now)
        {
            service.EnterNext(due);
            if (service.Status == ServiceStatus.Deleted)
            {
                _services.Remove(service.Name);
                _inOrder.Remove(service);
            }
        }
    }

    private DateTimeOffset? Due(EasService service, DateTimeOffset now)
    {
        double dwell = service.Current.Dwell;
        Pace pace = Options.Pace;
        return double.IsInfinity(dwell) ? null : pace.Kind switch
        {
            PaceKind.Describe => service.Describes >= pace.Amount * dwell ? now : null,
            PaceKind.Seconds => service.EnteredAt + TimeSpan.FromSeconds(pace.Amount * dwell),
            _ => now,
        };
    }
}
