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
            Masking.Draw(random.Of(Plan.Draw.Number, j), rate, MaskOf(new Slice(j, 1)));
        }

        Apply(columns, input.Value, Output.Value);
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = input.ColumnsOf(samples);
        Apply(columns, Output.Gradient, Output.Gradient);
        PassGradient(input, samples);
    }

    /// <summary>Applies the masks: to all columns in one go, where each of them is whole numbers of its mask.</summary>
    private void Apply(Slice columns, ActivationBuffer from, ActivationBuffer to)
    {
        int run = input.Features % Masking.Word == 0 ? Math.Max(1, columns.Count) : 1;
        for (int j = columns.First; j < columns.End; j += run)
        {
            var those = new Slice(j, run);
            Masking.Apply(MaskOf(those), rate, from.Columns(those), to.Columns(those));
        }
    }

    private Span<uint> MaskOf(Slice columns) => masks.AsSpan(columns.First * words, columns.Count * words);
}
