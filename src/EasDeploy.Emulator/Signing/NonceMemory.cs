namespace EasDeploy.Emulator.Signing;

/// <summary>Remembers nonces for as long as the clock window would let a replay pass.</summary>
internal sealed class NonceMemory(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, DateTimeOffset At)> _order = new();

    /// <returns>False when the nonce was used before.</returns>
    public bool TryUse(string nonce)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_gate)
        {
            while (_order.TryPeek(out (string Nonce, DateTimeOffset At) oldest) && now - oldest.At > 2 * ClockWindow.Width)
            {
                _order.Dequeue();
                _seen.Remove(oldest.Nonce);
            }

            if (!_seen.TryAdd(nonce, now))
            {
                return false;
            }

            _order.Enqueue((nonce, now));
            return true;
        }
    }
}
