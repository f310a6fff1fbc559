namespace ResNet;

/// <summary>
/// y = a·m/(1 − p) over a training batch, with a mask m that is 0 with probability p and 1 otherwise, element by element
/// (Srivastava et al. 2014). Backward: ∂L/∂a = ∂L/∂y·m/(1 − p).
/// </summary>
internal sealed class DropoutOperation : Operation
{
    private readonly float rate;
    private readonly Signal input;
    private readonly int words;

    /// <summary>A bit for each element of each column.</summary>
    private readonly uint[] masks;

    public DropoutOperation(Plan plan, string place, float rate, Signal input)
        : base(plan, place, input.Shape)
    {
        this.rate = rate;
        this.input = Read(input);
        words = Masking.WordsFor(input.Features);
        masks = new uint[words * plan.Capacity * input.Shape.Columns];
    }

    protected override Signal TurnsInPlace => input;

    public override void Allocate() => AllocateElementwise(input, overwrite: true);

    public override void Forward(Lane lane)
    {
        Slice columns = input.ColumnsOf(Plan.SamplesOf(lane));
        RandomStream random = new(Plan.Draw.Seed, Place); // the purpose need be hashed but once a pass
        for (int j = columns.First; j < columns.End; j++)
        {
            Masking.Draw(random.Of(Plan.Draw.Number, j), rate, MaskOf(j));
            Masking.Apply(MaskOf(j), rate, input.Value.Column(j), Output.Value.Column(j));
        }
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = input.ColumnsOf(samples);
        for (int j = columns.First; j < columns.End; j++)
        {
            Span<float> gradient = Output.Gradient.Column(j);
            Masking.Apply(MaskOf(j), rate, gradient, gradient);
        }

        PassGradient(input, samples);
    }

    private Span<uint> MaskOf(int column) => masks.AsSpan(column * words, words);
}
