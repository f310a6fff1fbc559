using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// The residual addition y = s·F + S: the branch F, its factor s and the shortcut S, zero-padded or cut to F's width.
/// Backward, with d = ∂L/∂y: ∂L/∂F = s·d, ∂L/∂S = d on the features they share, and ∂L/∂s = Σ d·F.
/// </summary>
internal sealed class AdditionOperation : Operation
{
    private readonly Signal branch;
    private readonly Signal shortcut;
    private readonly float fixedFactor;
    private readonly Parameter? learnedFactor;
    private readonly double[] factorGradients;

    public AdditionOperation(Plan plan, string place, Signal branch, Signal shortcut, float fixedFactor, Parameter? learnedFactor)
        : base(plan, place, branch.Width)
    {
        this.branch = Read(branch);
        this.shortcut = Read(shortcut);
        this.fixedFactor = fixedFactor;
        this.learnedFactor = learnedFactor;
        factorGradients = new double[learnedFactor is null ? 0 : plan.Capacity];
    }

    public override (int Rows, int Columns) GradientShape => learnedFactor is null ? (0, 0) : (1, 1);

    protected override Signal TurnsInPlace => branch;

    private float Factor => learnedFactor is null ? fixedFactor : learnedFactor.Values[0];

    private int SharedWidth => Math.Min(branch.Width, shortcut.Width);

    public override void Allocate() => AllocateElementwise(branch, overwrite: learnedFactor is null || !Training);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Span<float> all = Output.Value.Samples(samples);
        if (Factor != 1) TensorPrimitives.Multiply(branch.Value.Samples(samples), Factor, all);
        else if (learnedFactor is not null) branch.Value.Samples(samples).CopyTo(all);

        if (branch.Width == shortcut.Width)
        {
            Elementwise.AddTo(all, shortcut.Value.Samples(samples));
            return;
        }

        for (int j = samples.First; j < samples.End; j++)
        {
            Elementwise.AddTo(Output.Value.Sample(j)[..SharedWidth], shortcut.Value.Sample(j)[..SharedWidth]);
        }
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            if (shortcut.WantsGradient) PassToShortcut(j);
            if (learnedFactor is not null) factorGradients[j] = Reductions.Dot(Output.Gradient.Sample(j), branch.Value.Sample(j));
        }

        Span<float> gradient = Output.Gradient.Samples(samples);
        if (Factor != 1) TensorPrimitives.Multiply(gradient, Factor, gradient);
        PassGradient(branch, samples);
    }

    public override void Gradient(Slice columns, GradientSink sink)
    {
        double sum = 0;
        foreach (double ofSample in factorGradients.AsSpan(0, Plan.Samples)) sum += ofSample;
        learnedFactor!.Gradients[0] = (float)sum;
        sink.Take(learnedFactor);
    }

    private void PassToShortcut(int sample)
    {
        ReadOnlySpan<float> gradient = Output.Gradient.Sample(sample)[..SharedWidth];
        Span<float> shortcutGradient = shortcut.Gradient.Sample(sample);
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
