namespace ResNet;

/// <summary>What an optimizer remembers of every parameter, and its steps, in pieces that lanes can share.</summary>
internal sealed class OptimizerState
{
    /// <summary>Values in one piece: enough work to be worth handing out.</summary>
    private const int PieceLength = 4096;

    private const float ClipEpsilon = 1e-6f;

    private readonly Optimizer optimizer;
    private readonly Piece[] pieces;
    private readonly double[] squares;
    private int steps;

    public OptimizerState(IReadOnlyList<Parameter> parameters, Optimizer optimizer)
    {
        this.optimizer = optimizer;
        pieces = [.. parameters.SelectMany(PiecesOf)];
        squares = new double[pieces.Length];
    }

    public void BeginStep() => steps++;

    /// <summary>Forgets all steps.</summary>
    public void Clear()
    {
        steps = 0;
        foreach (Piece piece in pieces)
        {
            piece.First.Span.Clear();
            piece.Second.Span.Clear();
        }
    }

    /// <summary>One step on this lane's share of the pieces, clipped by the global norm if there is one.</summary>
    public void Step(Lane lane, float? clipNorm)
    {
        Slice mine = lane.Share(pieces.Length);
        float clip = clipNorm is { } norm ? ClipFactor(lane, mine, norm) : 1;
        for (int i = mine.First; i < mine.End; i++)
        {
            Piece piece = pieces[i];
            optimizer.Update(
                piece.Values.Span, piece.Gradients.Span, (piece.First, piece.Second), steps, optimizer.DecayOf(piece.Parameter), clip);
        }
    }

    /// <summary>min(1, c/(‖g‖ + 1e-6)); the pieces' squares are added in their order.</summary>
    private float ClipFactor(Lane lane, Slice mine, float clipNorm)
    {
        for (int i = mine.First; i < mine.End; i++) squares[i] = Reductions.SumOfSquares(pieces[i].Gradients.Span);
        lane.Barrier();
        double norm = 0;
        foreach (double square in squares) norm += square;
        return (float)Math.Min(1, clipNorm / (Math.Sqrt(norm) + ClipEpsilon));
    }

    private IEnumerable<Piece> PiecesOf(Parameter parameter)
    {
        int length = parameter.Values.Length;
        var first = new float[length];
        float[] second = optimizer.Moments > 1 ? new float[length] : [];
        for (int start = 0; start < length; start += PieceLength)
        {
            int count = Math.Min(PieceLength, length - start);
            Memory<float> ofSecond = second.Length == 0 ? default : second.AsMemory(start, count);
            yield return new Piece(
                parameter, parameter.Values.AsMemory(start, count), parameter.Gradients.AsMemory(start, count),
                first.AsMemory(start, count), ofSecond);
        }
    }

    private sealed record Piece(
        Parameter Parameter, Memory<float> Values, Memory<float> Gradients, Memory<float> First, Memory<float> Second);
}
