namespace EasDeploy.Aliyun.Transports.Retries;

/// <summary>Keeps retries a small share of all calls: when everything fails, repeating everything only makes it worse.</summary>
/// <remarks>Waits that the server asked for (throttling) are not counted: they are its own measure against overload.</remarks>
internal sealed class RetryBudget
{
    private const double Capacity = 30;
    private const double EarnedPerAnswer = 0.5;
    private readonly Lock _gate = new();
    private double _left = Capacity;

    public void Earn()
    {
        lock (_gate)
        {
            _left = Math.Min(Capacity, _left + EarnedPerAnswer);
        }
    }

    /// <returns>False when nothing is left.</returns>
    public bool TrySpend()
    {
        lock (_gate)
        {
            if (_left < 1)
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
