using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace ResNet;

#pragma warning disable CA1716 // "Module" is a keyword of Visual Basic, and the field's word for this all the same

/// <summary>
/// Something with parameters that maps a batch of activations, inputs × samples, to another, outputs × samples: a
/// layer, a block or a whole network.
/// </summary>
public abstract class Module
{
    /// <summary>Samples that go through the network together in a prediction.</summary>
    private const int PredictionBatch = 512;

    /// <summary>Below this many multiplications a prediction is not worth a second thread.</summary>
    private const long WorthAThread = 1 << 20;

    /// <summary>Fewer samples than this cannot be shared among threads.</summary>
    private const int FewSamples = 8;

    /// <summary>From so many values on, on the mean, a matrix is worth sharing among threads.</summary>
    private const long WorthSplitting = 1 << 15;

    /// <summary>The last prediction's plan, for the next one; whoever comes while it is in use makes another.</summary>
    private Plan? sparePlan;
    private long weights;

    private protected Module(LiveArrays arrays, Use use)
    {
        Arrays = arrays;
        Use = use;
    }

    /// <summary>The width of the input: the rows of the matrix that <see cref="Predict(Matrix{float})"/> takes.</summary>
    public int Inputs => Stages[0].Input.Features;

    /// <summary>The width of the output: the rows of the matrix that <see cref="Predict(Matrix{float})"/> gives.</summary>
    public int Outputs => Stages[^1].Output.Features;

    /// <summary>What is learned, in the order of the forward pass.</summary>
    public IReadOnlyList<Parameter> Parameters => field ??= Arrays.ParametersOf(Stages);

    /// <summary>What it is made of.</summary>
    internal abstract IReadOnlyList<Stage> Stages { get; }

    /// <summary>The arrays of the whole that it belongs to.</summary>
    internal LiveArrays Arrays { get; }

    /// <summary>Who uses the whole that it belongs to.</summary>
    internal Use Use { get; }

    /// <summary>What a message names when the input does not fit: the first part that multiplies or looks up.</summary>
    internal string EntryName => Stages
        .SelectMany(stage => stage.Parts.All, (stage, part) => (Place: stage.FullName(part.Name), part))
        .FirstOrDefault(pair => pair.part is AffinePart or EmbeddingsPart).Place is { Length: > 0 } place ? place : GetType().Name;

    /// <summary>
    /// The output for a batch, as in inference: batch norm uses its running statistics. Keeps nothing, so any number of
    /// threads may call it at once; a sample's output is the same bits alone, in any batch and at any place in it.
    /// </summary>
    /// <param name="input">the activations, inputs × samples</param>
    /// <returns>the outputs, outputs × samples</returns>
    /// <exception cref="ArgumentNullException">there is no input.</exception>
    /// <exception cref="ArgumentException">the input has another number of rows, no column, or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Matrix<float> Predict(Matrix<float> input)
    {
        float[] values = Checked(input);
        using Use.Lease lease = Use.BeginPrediction();
        return PredictCopy(values, input.ColumnCount);
    }

    /// <summary>
    /// Writes the output for a batch into a matrix of the caller's, as <see cref="Predict(Matrix{float})"/> does into a new
    /// one. With dense matrices a repeated prediction allocates nothing.
    /// </summary>
    /// <param name="input">the activations, inputs × samples</param>
    /// <param name="output">where the outputs go, outputs × samples; may be the input itself</param>
    /// <exception cref="ArgumentNullException">there is no input or no output.</exception>
    /// <exception cref="ArgumentException">
    /// the input has another number of rows, no column, or a value that is not finite; or the output is of another shape.
    /// </exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public void Predict(Matrix<float> input, Matrix<float> output)
    {
        float[] values = Checked(input);
        ArgumentNullException.ThrowIfNull(output);
        int samples = input.ColumnCount;
        if (output.RowCount != Outputs || output.ColumnCount != samples)
        {
            throw new ArgumentException(
                $"{EntryName} gives {Outputs} × {samples} here, but the output is {output.RowCount} × {output.ColumnCount}.",
                nameof(output));
        }

        using Use.Lease lease = Use.BeginPrediction();
        if (output is DenseMatrix dense) PredictInto(values, samples, dense.Values);
        else PredictCopy(values, samples).CopyTo(output);
    }

    /// <summary>
    /// One forward pass in training mode: batch norm uses the batch's own statistics and updates its running ones, dropout
    /// and stochastic depth draw. A network gives the output layer's z, which losses take (in standard deviations of the targets
    /// where it standardizes them), and its frozen blocks are as in inference.
    /// </summary>
    /// <param name="input">the activations, inputs × samples</param>
    /// <param name="seed">fixes, with the step, the draws of dropout and stochastic depth</param>
    /// <param name="step">the number of the training step, from 0: every step draws anew</param>
    /// <returns>the pass: its output, and the way back</returns>
    /// <example>
    /// A training step of one's own:
    /// <code>
    /// ForwardPass pass = network.Forward(batch.Inputs, seed: 0, steps.Count);
    /// (double loss, Matrix&lt;float&gt; gradient) = Loss.SoftmaxCrossEntropy.OfBatch(pass.Output, batch);
    /// pass.Backward(gradient);
    /// steps.Step();
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">there is no input.</exception>
    /// <exception cref="ArgumentException">
    /// the input has another number of rows, no column, a value that is not finite, or a single sample where batch norm needs two.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">the step is negative.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public ForwardPass Forward(Matrix<float> input, int seed = 0, long step = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        float[] values = Checked(input);
        if (input.ColumnCount < 2 && UsesBatchNorm)
        {
            throw new ArgumentException(
                $"{EntryName} has batch normalization, which needs at least 2 samples in training, but the input has 1.", nameof(input));
        }

        using Use.Lease lease = Use.BeginPrediction();
        return new ForwardPass(this, values, input.ColumnCount, new Draw(seed, step));
    }

    /// <summary>The widths and the parts.</summary>
    public override string ToString() =>
        Shown.Wrapped($"{GetType().Name} {Inputs} → {Outputs}: {string.Join("; ", Stages.Select(stage => stage.Parts))}");

    /// <summary>The number of learned values.</summary>
    private long Weights => weights > 0 ? weights : weights = Parameters.Sum(parameter => (long)parameter.Values.Length);

    internal bool UsesBatchNorm =>
        Stages.SelectMany(stage => stage.Parts.All).OfType<NormPart>().Any(norm => norm.Normalization.HasRunningStatistics());

    /// <summary>Appends the module's operations to a plan and gives what they put out.</summary>
    internal Signal Wire(Plan plan, Signal input) => Wire(plan, Stages, input);

    /// <summary>The same for training.</summary>
    internal virtual Signal WireTraining(Plan plan, Signal input) => Wire(plan, input);

    /// <summary>The same for some of its stages.</summary>
    private protected Signal Wire(Plan plan, IEnumerable<Stage> stages, Signal input)
    {
        var wiring = new PlanWiring(plan, Arrays);
        return stages.Aggregate(input, (a, stage) => wiring.Wire(stage, a));
    }

    /// <summary>How many threads a pass over so many samples is worth.</summary>
    internal int LanesFor(int samples, int threads) =>
        Weights * samples < WorthAThread ? 1 : Math.Clamp(samples / 8, 1, threads);

    /// <summary>The outputs of samples that lie one after the other, in batches.</summary>
    internal void PredictInto(float[] input, int samples, Span<float> output, int? threads = null)
    {
        int batch = Math.Min(samples, PredictionBatch), most = threads ?? Environment.ProcessorCount;
        Plan? spare = Interlocked.Exchange(ref sparePlan, null);
        Plan plan = spare is not null && spare.Capacity >= batch && spare.Lanes >= most
            ? spare
            : Plan.ForInference(Stages[0].Input, Wire, batch, most);
        plan.SplitsRows = samples < FewSamples && plan.MeanMatrix >= WorthSplitting;
        int lanes = plan.SplitsRows ? most : LanesFor(batch, most);
        for (int first = 0; first < samples; first += batch)
        {
            plan.Samples = Math.Min(batch, samples - first);
            plan.Input.Value = new ActivationBuffer(input, Stages[0].Input, first * Inputs);
            plan.RunForward(lanes);
            plan.Output.Value.Samples(new Slice(0, plan.Samples)).CopyTo(output[(first * Outputs)..]);
        }

        plan.Input.Value = default; // the caller's
        sparePlan = plan;
    }

    /// <summary>The first place whose values are not finite in a prediction of samples that lie one after the other.</summary>
    internal string? BrokenPlaceOf(float[] input, int samples)
    {
        // what is frozen keeps every activation, which a prediction does not
        Plan plan = Plan.ForTraining(Stages[0].Input, (plan, a) => plan.Freeze(Wire, a), samples, lanes: 1, wantsInputGradient: false);
        plan.Samples = samples;
        plan.Input.Value = new ActivationBuffer(input, Stages[0].Input);
        plan.RunForward(lanes: 1);
        return plan.FirstBrokenPlace();
    }

    /// <summary>Has the next prediction plan anew: the module has changed its operations.</summary>
    private protected void ForgetPlan() => sparePlan = null;

    private DenseMatrix PredictCopy(float[] input, int samples)
    {
        var output = new DenseMatrix(Outputs, samples);
        PredictInto(input, samples, output.Values);
        return output;
    }

    /// <summary>The values of a matrix of this module's input width, column by column.</summary>
    private float[] Checked(Matrix<float> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.RowCount != Inputs)
        {
            throw new ArgumentException(
                $"{EntryName} expects {Inputs} features (rows), but the input is {input.RowCount} × {input.ColumnCount}." +
                (input.ColumnCount == Inputs ? Columns.SwapHint : ""),
                nameof(input));
        }

        if (input.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"{EntryName} expects at least 1 sample (column), but the input is {input.RowCount} × 0.", nameof(input));
        }

        float[] values = (input as DenseMatrix)?.Values ?? input.ToColumnMajorArray();
        RefuseNonFinite(values, nameof(input));
        return values;
    }

    private protected void RefuseNonFinite(ReadOnlySpan<float> input, string parameter)
    {
        if (!Elementwise.AllFinite(input)) throw new ArgumentException($"The input of {EntryName} is not finite.", parameter);
    }
}
