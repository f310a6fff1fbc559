namespace ResNet;

/// <summary>
/// Operations in a row whose activations and gradients fit the cache together. After the way back through them the lanes
/// take the gradients of their parameters, task by task until none is left.
/// </summary>
internal sealed class Segment
{
    /// <summary>Values of a gradient from which on a task is worth handing out.</summary>
    private const int LeastTask = 1 << 14;

    private readonly Task[] tasks;
    private int tasksTaken;

    public Segment(IReadOnlyList<Operation> operations, int lanes)
    {
        Operations = operations;
        tasks = [.. Cut(lanes)];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Puts all tasks back.</summary>
    public void Begin() => tasksTaken = 0;

    /// <summary>From the last operation's gradient to the first one's inputs, on the lane's own samples.</summary>
    public void Backward(Lane lane)
    {
        for (int i = Operations.Count - 1; i >= 0; i--) Operations[i].Backward(lane);
    }

    /// <summary>
    /// Takes gradients of parameters, sums over all samples, until no task is left; first waits until every lane has gone
    /// back, which is that arrival.
    /// </summary>
    public void TakeGradients(Lane lane, int arrival, GradientSink sink)
    {
        lane.Await(arrival);
        while (true)
        {
            int taken = Interlocked.Increment(ref tasksTaken) - 1;
            if (taken >= tasks.Length) return;
            Task task = tasks[taken];
            task.Operation.Gradient(lane, task.Columns, sink);
        }
    }

    /// <summary>
    /// Cuts the gradients into columns, whole tiles of them, no task being more than a lane's fair part of what is left:
    /// towards the end they get smaller, so that the lanes end together. Rows are not cut: lanes that write to the same
    /// columns take cache lines from one another.
    /// </summary>
    private IEnumerable<Task> Cut(int lanes)
    {
        long left = Operations.Sum(operation => (long)operation.GradientShape.Rows * operation.GradientShape.Columns);
        foreach (Operation operation in Operations)
        {
            (int rows, int columns) = operation.GradientShape;
            for (int first = 0; first < columns;)
            {
                int tiles = (int)(Math.Max(LeastTask, left / lanes) / rows / Packing.MostColumns) + 1;
                var part = new Slice(first, (int)Math.Min((long)tiles * Packing.MostColumns, columns - first));
                yield return new Task(operation, part);
                first = part.End;
                left -= (long)rows * part.Count;
            }
        }
    }

    private readonly record struct Task(Operation Operation, Slice Columns);
}
