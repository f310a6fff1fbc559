using System.Numerics.Tensors;

namespace ResNet;

/// <summary>What an optimizer remembers of every parameter, and its steps, in pieces that lanes can share.</summary>
internal sealed class OptimizerState : GradientSink
{
    /// <summary>Values in one piece: enough work to be worth handing out.</summary>
    private const int PieceLength = 4096;

    private const float ClipEpsilon = 1e-6f;

    private readonly Optimizer optimizer;
    private readonly IFusedOptimizer? fused;
    private readonly Dictionary<Parameter, Moments> moments;
    private readonly (Parameter Parameter, Slice Values)[] pieces;
    private readonly double[] squares;
    private float rate;
    private bool pastCaches;

    public OptimizerState(IReadOnlyList<Parameter> parameters, Optimizer optimizer)
    {
        if (optimizer.Moments is < 0 or > 2)
        {
            throw new InvalidOperationException(
                $"{optimizer.GetType().Name} remembers {optimizer.Moments} numbers of a value; it may 0, 1 or 2.");
        }

        this.optimizer = optimizer;
        fused = optimizer as IFusedOptimizer;
        moments = parameters.ToDictionary(parameter => parameter, parameter => new Moments(parameter.Values.Length, optimizer.Moments));
        pieces = [.. parameters.SelectMany(PiecesOf)];
        squares = new double[pieces.Length];
    }

    /// <summary>A norm to clip the gradient to, which is positive and finite; or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the norm is not positive and finite.</exception>
    public static float? CheckedNorm(float? norm, string name) => norm is null or (> 0 and < float.PositiveInfinity)
        ? norm
        : throw new ArgumentOutOfRangeException(name, norm, "A norm to clip to must be positive and finite.");

    /// <summary>The steps that it remembers.</summary>
    public int Steps { get; set; }

    /// <summary>Whether it takes the gradients of weights as the backward pass computes them.</summary>
    public bool TakesGradients => fused is not null;

    /// <summary>Pieces that lanes can share.</summary>
    public int Pieces => pieces.Length;

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
    public override void Take(Parameter weight, in OuterProducts part) => fused!.UpdateWeight(
        weight.Values, part, moments[weight].All, part.Samples > Packing.Depth ? weight.Gradients : default, StepOn(weight), pastCaches);

    public override void Take(Parameter parameter) => Step(parameter, new Slice(0, parameter.Values.Length), parameter.Gradients);

    /// <summary>One step on this lane's share of all values, from the gradients that their parameters keep.</summary>
    /// <param name="lane">the lane</param>
    /// <param name="clipNorm">the norm to clip the gradient to; null to leave it as it is</param>
    public void Step(Lane lane, float? clipNorm)
    {
        Slice mine = lane.Share(pieces.Length);
        float clip = clipNorm is { } norm ? ClipFactor(lane, mine, norm) : 1;
        Span<float> clipped = stackalloc float[clip == 1 ? 0 : PieceLength];
        for (int i = mine.First; i < mine.End; i++)
        {
            (Parameter parameter, Slice values) = pieces[i];
            if (parameter.IsFrozen) continue;
            scoped ReadOnlySpan<float> gradient = GradientOf(parameter, values);
            if (clip != 1)
            {
                TensorPrimitives.Multiply(gradient, clip, clipped);
                gradient = clipped[..values.Count];
            }

            Step(parameter, values, gradient);
        }
    }

    /// <summary>min(1, c/(‖g‖ + 1e-6)) with the norm c; the squares of the pieces are added in their order.</summary>
    private float ClipFactor(Lane lane, Slice mine, float clipNorm)
    {
        for (int i = mine.First; i < mine.End; i++)
        {
            (Parameter parameter, Slice values) = pieces[i];
            squares[i] = 0;
            if (parameter.IsFrozen) continue;
            ReadOnlySpan<float> gradient = GradientOf(parameter, values);
            squares[i] = Reductions.Dot(gradient, gradient);
        }

        lane.Barrier();
        double norm = 0;
        foreach (double square in squares) norm += square;
        return (float)Math.Min(1, clipNorm / (Math.Sqrt(norm) + ClipEpsilon));
    }

    private void Step(Parameter parameter, Slice values, ReadOnlySpan<float> gradient)
    {
        MomentSpans remembered = moments[parameter].Of(values);
        Span<float> w = parameter.Values.AsSpan(values.First, values.Count);
        optimizer.Update(w, gradient, remembered.First, remembered.Second, StepOn(parameter));
    }

    private OptimizerStep StepOn(Parameter parameter) => new(Steps, rate, optimizer.DecayOf(parameter));

    private static ReadOnlySpan<float> GradientOf(Parameter parameter, Slice values) =>
        parameter.Gradients.AsSpan(values.First, values.Count);

    private static IEnumerable<(Parameter Parameter, Slice Values)> PiecesOf(Parameter parameter)
    {
        int length = parameter.Values.Length;
        for (int first = 0; first < length; first += PieceLength)
        {
            yield return (parameter, new Slice(first, Math.Min(PieceLength, length - first)));
        }
    }
}
