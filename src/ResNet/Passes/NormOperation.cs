using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// y = g(γx̂ + β + S) with x̂ = (z − μ)/√(σ² + ε), and what is fused with it, the addition of a shortcut S and a rectifier g. Backward,
/// with d = ∂L/∂y · g'(y) and e = γ·d: ∂L/∂γ = Σ d·x̂ and ∂L/∂β = Σ d over columns, and
/// ∂L/∂z = 1/√(σ² + ε) · (e − ē − x̂·p), where ē and p are the means of e and of e·x̂. The kinds differ in what all means are taken over.
/// </summary>
/// <typeparam name="TPlace">whether features or columns have means of their own</typeparam>
internal abstract class NormOperation<TPlace> : FusedOperation
    where TPlace : struct, IStatisticPlace
{
    private readonly BatchSums? gradientSums;

    protected NormOperation(Plan plan, NormPart part, PartArrays arrays, Signal input)
        : base(plan, arrays.Place, input.Shape, input)
    {
        Part = part;
        Gamma = arrays.Parameter(NormPart.Gamma);
        Beta = arrays.Parameter(NormPart.Beta);
        if (Training) gradientSums = CreateSums((lane, columns, sums) => StandardizingBack<TPlace>.Sums(
            Output.Gradient.Columns(columns), Input.Value.Columns(columns), StatisticsOf(lane, columns), Input.Features,
            Sums(sums), Products(sums)));
    }

    public override (int Rows, int Columns) GradientShape => (1, 1);

    /// <summary>In place, but where the shortcut's gradient is found in the output's.</summary>
    protected override Signal? TurnsInPlace => HasShortcut ? null : Input;

    protected NormPart Part { get; }

    protected Parameter Gamma { get; }

    protected Parameter Beta { get; }

    /// <summary>The columns of all samples of the batch at hand.</summary>
    protected int Columns => Plan.Samples * Input.Shape.Columns;

    /// <summary>In training z is kept: the backward pass computes x̂ again.</summary>
    public override void Allocate() => AllocateElementwise(Input, overwrite: !Training);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane), columns = Input.ColumnsOf(samples);
        Measure(lane, columns);
        Standardizing<TPlace>.Run(
            Input.Value.Samples(samples), StatisticsOf(lane, columns), Gamma.Values, Beta.Values, ForwardEpilogue(samples),
            Output.Value.Samples(samples));
        Drop(samples);
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane), columns = Input.ColumnsOf(samples);
        Span<float> delta = Delta(samples);
        gradientSums!.AddUp(lane, columns, Columns);
        if (!Input.WantsGradient) return;
        MeasureGradients(lane, columns, gradientSums);
        StandardizingBack<TPlace>.Run(
            delta, Input.Value.Samples(samples), StatisticsOf(lane, columns), Gamma.Values, BackwardEpilogue(samples),
            Input.Gradient.Samples(samples));
    }

    public override void Gradient(Lane lane, Slice columns, GradientSink sink)
    {
        Span<double> total = gradientSums!.Total(Columns, Plan.ScratchOf(lane));
        TensorPrimitives.ConvertTruncating<double, float>(Sums(total)[..Input.Features], Beta.Gradients);
        TensorPrimitives.ConvertTruncating<double, float>(Products(total)[..Input.Features], Gamma.Gradients);
        sink.Take(Gamma);
        sink.Take(Beta);
    }

    /// <summary>The statistics of these columns' features, or of the columns from the first of these on.</summary>
    protected abstract Statistics StatisticsOf(Lane lane, Slice columns);

    /// <summary>Settles μ and σ² of a lane's columns.</summary>
    protected abstract void Measure(Lane lane, Slice columns);

    /// <summary>Settles the means of e and of e·x̂, from the sums of d and d·x̂ by features or otherwise.</summary>
    protected abstract void MeasureGradients(Lane lane, Slice columns, BatchSums sums);

    /// <summary>Two sums of each feature over all columns.</summary>
    protected BatchSums CreateSums(BatchSums.ColumnsSum sumColumns)
    {
        int most = Plan.Capacity * Input.Shape.Columns, width = 2 * Statistics.Padded(Input.Features);
        Plan.NeedScratch(BatchSums.ScratchFor(most, width));
        return new BatchSums(most, width, sumColumns);
    }

    /// <summary>The first of the two sums of each feature.</summary>
    protected static Span<double> Sums(Span<double> sums) => sums[..(sums.Length / 2)];

    /// <summary>The second.</summary>
    protected static Span<double> Products(Span<double> sums) => sums[(sums.Length / 2)..];
}
