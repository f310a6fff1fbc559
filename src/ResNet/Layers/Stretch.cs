namespace ResNet;

/// <summary>
/// Operations in a row whose activations and gradients fit the cache together. After the way back through them the lanes
/// take the gradients of their parameters, task by task until none is left.
/// </summary>
internal sealed class Stretch
{
    /// <summary>Values of a gradient from which on a task is worth handing out.</summary>
    private const int LeastTask = 1 << 14;

    private readonly Task[] tasks;
    private int tasksTaken;

    public Stretch(IReadOnlyList<Operation> operations, int lanes)
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

    /// <summary>Takes gradients of parameters, sums over all samples, until no task is left. Every lane must have gone back.</summary>
    public void TakeGradients(GradientSink sink)
    {
        while (true)
        {
            int taken = Interlocked.Increment(ref tasksTaken) - 1;
            if (taken >= tasks.Length) return;
            Task task = tasks[taken];
            task.Operation.Gradient(task.Rows, task.Columns, sink);
        }
    }

    /// <summary>
    /// Cuts the gradients into blocks of rows as high as a product packs at a time, and these into columns, no task being
    /// more than a lane's fair part of what is left: towards the end they get smaller, so that the lanes end together.
    /// </summary>
    private IEnumerable<Task> Cut(int lanes)
    {
        long left = Operations.Sum(operation => (long)operation.GradientShape.Rows * operation.GradientShape.Columns);
        foreach (Operation operation in Operations)
        {
            (int rows, int columns) = operation.GradientShape;
            for (int row = 0; row < rows; row += Packing.Side)
            {
                var block = new Slice(row, Math.Min(Packing.Side, rows - row));
                for (int column = 0; column < columns;)
                {
                    int fair = FairColumns(block.Count, Math.Max(LeastTask, left / lanes));
                    var part = new Slice(column, Math.Min(fair, columns - column));
                    yield return new Task(operation, block, part);
                    column = part.End;
                    left -= (long)block.Count * part.Count;
                }
            }
        }
    }

    /// <summary>Columns with so many values in all, in whole tiles.</summary>
    private static int FairColumns(int rows, long values) =>
        (int)Math.Min(int.MaxValue / 2, (values + rows - 1) / rows + Packing.MostColumns - 1) / Packing.MostColumns * Packing.MostColumns;

    private readonly record struct Task(Operation Operation, Slice Rows, Slice Columns);
}
