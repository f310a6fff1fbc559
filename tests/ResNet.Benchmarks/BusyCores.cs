namespace ResNet.Benchmarks;

/// <summary>Work of other programs, as it were: so many threads that the system may put on any core count until disposed of.</summary>
internal sealed class BusyCores : IDisposable
{
    private readonly Thread[] threads;
    private volatile bool isOver;

    public BusyCores(int count)
    {
        threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Count) { IsBackground = true })];
        foreach (Thread thread in threads) thread.Start();
    }

    public void Dispose()
    {
        isOver = true;
        foreach (Thread thread in threads) thread.Join();
    }

    private void Count()
    {
        ulong count = 0;
        while (!isOver) count++;
        GC.KeepAlive(count);
    }
}
