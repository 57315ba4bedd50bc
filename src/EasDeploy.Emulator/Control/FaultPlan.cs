namespace EasDeploy.Emulator.Control;

/// <summary>The faults that wait for their calls.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Select(e => e.Fault)];
            }
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(fault));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <returns>The first fault that strikes this call, or null.</returns>
    public Fault? Strike(string? action)
    {
        lock (_gate)
        {
            Entry? entry = _entries.FirstOrDefault(e => (e.Fault.Action == "*" || e.Fault.Action == action) && e.Strikes());
            if (entry is { Left: 0 })
            {
                _entries.Remove(entry);
            }

            return entry?.Fault;
        }
    }

    private sealed class Entry(Fault fault)
    {
        private readonly Random _chance = new(fault.Seed);
        private int _passing = fault.After;

        public Fault Fault { get; } = fault;

        /// <summary>Strikes left; -1 without end.</summary>
        public int Left { get; private set; } = fault.Times == 0 ? -1 : fault.Times;

        public bool Strikes()
        {
            if (_passing > 0)
            {
                _passing--;
                return false;
            }

            if (Fault.Probability < 1 && _chance.NextDouble() >= Fault.Probability)
            {
                return false;
            }

            Left = Left < 0 ? Left : Left - 1;
            return true;
        }
    }
}
