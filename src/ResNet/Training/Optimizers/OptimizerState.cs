namespace ResNet;

/// <summary>What an optimizer remembers of every parameter, and its steps, in pieces that lanes can share.</summary>
internal sealed class OptimizerState : GradientSink
{
    /// <summary>Values in one piece: enough work to be worth handing out.</summary>
    private const int PieceLength = 4096;

    private const float ClipEpsilon = 1e-6f;

    private readonly Optimizer optimizer;
    private readonly Dictionary<Parameter, Moments> moments;
    private readonly (Parameter Parameter, Slice Values)[] pieces;
    private readonly double[] squares;
    private float rate;
    private bool pastCaches;

    public OptimizerState(IReadOnlyList<Parameter> parameters, Optimizer optimizer)
    {
        this.optimizer = optimizer;
        moments = parameters.ToDictionary(parameter => parameter, parameter => new Moments(parameter.Values.Length, optimizer.Moments));
        pieces = [.. parameters.SelectMany(PiecesOf)];
        squares = new double[pieces.Length];
    }

    /// <summary>The steps that it remembers.</summary>
    public int Steps { get; set; }

    /// <summary>What is remembered of each parameter: its first moments and, with some optimizers, its second.</summary>
    public IEnumerable<(string Moments, string Name, Memory<float> Values)> Arrays =>
        moments.SelectMany(pair => pair.Value.Arrays.Select(array => (array.Name, pair.Key.Name, array.Values)));

    /// <summary>Begins a step at that learning rate.</summary>
    /// <param name="learningRate">the rate</param>
    /// <param name="lanesAreFar">whether the lanes that read the weights do not all share a cache</param>
    public void BeginStep(float learningRate, bool lanesAreFar)
    {
        Steps++;
        rate = learningRate;
        pastCaches = lanesAreFar;
    }

    /// <summary>Forgets all steps.</summary>
    public void Clear()
    {
        Steps = 0;
        foreach (Moments ofParameter in moments.Values) ofParameter.Clear();
    }

    /// <summary>One step on a part of a weight; its gradient is stored only if there are too many samples for one go.</summary>
    public override void Take(Parameter weight, in OuterProducts part) => optimizer.UpdateWeight(
        weight.Values, part, moments[weight].All, part.Samples > Packing.Depth ? weight.Gradients : default, StepOn(weight));

    public override void Take(Parameter parameter) => Step(parameter, new Slice(0, parameter.Values.Length), clip: 1);

    /// <summary>
    /// One step on this lane's share of all values, with the gradient g times min(1, c/(‖g‖ + 1e-6)). The pieces' squares
    /// are added in their order.
    /// </summary>
    public void StepClipped(Lane lane, float clipNorm)
    {
        Slice mine = lane.Share(pieces.Length);
        for (int i = mine.First; i < mine.End; i++)
        {
            (Parameter parameter, Slice values) = pieces[i];
            squares[i] = 0;
            if (parameter.IsFrozen) continue;
            ReadOnlySpan<float> gradient = parameter.Gradients.AsSpan(values.First, values.Count);
            squares[i] = Reductions.Dot(gradient, gradient);
        }

        lane.Barrier();
        double norm = 0;
        foreach (double square in squares) norm += square;
        float clip = (float)Math.Min(1, clipNorm / (Math.Sqrt(norm) + ClipEpsilon));
        for (int i = mine.First; i < mine.End; i++)
        {
            if (!pieces[i].Parameter.IsFrozen) Step(pieces[i].Parameter, pieces[i].Values, clip);
        }
    }

    private void Step(Parameter parameter, Slice values, float clip) => optimizer.Update(
        parameter.Values.AsSpan(values.First, values.Count), parameter.Gradients.AsSpan(values.First, values.Count),
        moments[parameter].Of(values), StepOn(parameter, clip));

    private OptimizerStep StepOn(Parameter parameter, float clip = 1) => new(Steps, rate, optimizer.DecayOf(parameter), clip, pastCaches);

    private static IEnumerable<(Parameter Parameter, Slice Values)> PiecesOf(Parameter parameter)
    {
        int length = parameter.Values.Length;
        for (int first = 0; first < length; first += PieceLength)
        {
            yield return (parameter, new Slice(first, Math.Min(PieceLength, length - first)));
        }
    }
}
