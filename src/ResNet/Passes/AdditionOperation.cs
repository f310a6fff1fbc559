using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// The residual addition y = s·F + S: the branch F, its factor s and the shortcut S, zero-padded or cut to F's width.
/// Backward, with d = ∂L/∂y: ∂L/∂F = s·d, ∂L/∂S = d on the features they share, and ∂L/∂s = Σ d·F. With stochastic depth a
/// sample's branch survives a training pass with probability p, and counts p times in inference.
/// </summary>
internal sealed class AdditionOperation : Operation
{
    private readonly Signal branch;
    private readonly Signal shortcut;
    private readonly float fixedFactor;
    private readonly Parameter? learnedFactor;
    private readonly float survival;
    private readonly string purpose;
    private readonly double[] factorGradients;

    public AdditionOperation(
        Plan plan, ResidualPart part, PartArrays arrays, Signal branch, Signal shortcut)
        : base(plan, arrays.Place, branch.Shape)
    {
        this.branch = Read(branch);
        this.shortcut = Read(shortcut);
        fixedFactor = part.Factor.Value;
        learnedFactor = part.Factor.IsLearned ? arrays.Parameter(ResidualPart.Scale) : null;
        survival = part.Survival;
        purpose = Part.Join(arrays.Place, "survival");
        factorGradients = new double[learnedFactor is null ? 0 : plan.Capacity * branch.Shape.Columns];
    }

    public override (int Rows, int Columns) GradientShape => learnedFactor is null ? (0, 0) : (1, 1);

    protected override Signal TurnsInPlace => branch;

    private float Factor => learnedFactor is null ? fixedFactor : learnedFactor.Values[0];

    private int SharedWidth => Math.Min(branch.Features, shortcut.Features);

    public override void Allocate() => AllocateElementwise(branch, overwrite: learnedFactor is null || !Training);

    public override void Forward(Lane lane)
    {
        bool isInPlace = Output.Value.Memory == branch.Value.Memory;
        Slice columns = branch.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            Span<float> y = Output.Value.Column(j);
            float factor = Factor * ShareOf(j);
            if (factor != 1 || !isInPlace) TensorPrimitives.Multiply(branch.Value.Column(j), factor, y);
            Elementwise.AddTo(y[..SharedWidth], shortcut.Value.Column(j)[..SharedWidth]);
        }
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = branch.ColumnsOf(samples);
        for (int j = columns.First; j < columns.End; j++)
        {
            Span<float> gradient = Output.Gradient.Column(j);
            if (shortcut.WantsGradient) PassToShortcut(j);
            float share = ShareOf(j);
            if (learnedFactor is not null) factorGradients[j] = share * Reductions.Dot(gradient, branch.Value.Column(j));
            if (Factor * share != 1) TensorPrimitives.Multiply(gradient, Factor * share, gradient);
        }

        PassGradient(branch, samples);
    }

    public override void Gradient(Lane lane, Slice columns, GradientSink sink)
    {
        double sum = 0;
        foreach (double ofColumn in factorGradients.AsSpan(0, Plan.Samples * branch.Shape.Columns)) sum += ofColumn;
        learnedFactor!.Gradients[0] = (float)sum;
        sink.Take(learnedFactor);
    }

    /// <summary>What counts of a column's branch: in training all or nothing of a sample's columns.</summary>
    private float ShareOf(int column)
    {
        if (survival == 1) return 1;
        if (!Training) return survival;
        return new RandomStream(Plan.Draw.Seed, purpose).Of(Plan.Draw.Number, column / branch.Shape.Columns).NextDouble() < survival
            ? 1
            : 0;
    }

    private void PassToShortcut(int column)
    {
        ReadOnlySpan<float> gradient = Output.Gradient.Column(column)[..SharedWidth];
        Span<float> shortcutGradient = shortcut.Gradient.Column(column);
        if (shortcut.IsWrittenFirstBy(this))
        {
            gradient.CopyTo(shortcutGradient);
            shortcutGradient[SharedWidth..].Clear();
        }
        else
        {
            Elementwise.AddTo(shortcutGradient[..SharedWidth], gradient);
        }
    }
}
