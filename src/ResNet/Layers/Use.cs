namespace ResNet;

/// <summary>Who uses a network at the moment: any number of predictions, or one fit.</summary>
internal sealed class Use
{
    private const int Fitting = -1;

    private int state;

    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Lease BeginPrediction()
    {
        while (true)
        {
            int current = Volatile.Read(ref state);
            if (current == Fitting) throw new InvalidOperationException("The network is being fitted; wait until Fit returns.");
            if (Interlocked.CompareExchange(ref state, current + 1, current) == current) return new Lease(this, fit: false);
        }
    }

    /// <exception cref="InvalidOperationException">the network is being fitted or used already.</exception>
    public Lease BeginFit()
    {
        if (Interlocked.CompareExchange(ref state, Fitting, 0) != 0)
        {
            throw new InvalidOperationException("The network is in use: another Fit or Predict is running on it.");
        }

        return new Lease(this, fit: true);
    }

    /// <summary>A use that ends when it is disposed of.</summary>
    public readonly struct Lease(Use use, bool fit) : IDisposable
    {
        public void Dispose()
        {
            if (use is null) return;
            if (fit) Volatile.Write(ref use.state, 0);
            else Interlocked.Decrement(ref use.state);
        }
    }
}
