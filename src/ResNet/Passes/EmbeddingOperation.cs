namespace ResNet;

/// <summary>
/// y = (plain features, E₁[:, c₁], E₂[:, c₂], …) with the codes c. Backward: ∂L/∂E[:, c] is the sum of ∂L/∂y over the samples
/// of code c, in their order; codes have the gradient 0.
/// </summary>
internal sealed class EmbeddingOperation : Operation
{
    private readonly IReadOnlyList<Embedding> embeddings;
    private readonly int[] plain;
    private readonly Parameter[] weights;
    private readonly Signal input;

    public EmbeddingOperation(Plan plan, EmbeddingsPart part, PartArrays arrays, Signal input)
        : base(plan, arrays.Place, part.Output)
    {
        embeddings = part.Embeddings;
        plain = [.. part.Plain];
        weights = [.. embeddings.Select((_, k) => arrays.Parameter(EmbeddingsPart.Weight(k)))];
        this.input = Read(input);
    }

    public override (int Rows, int Columns) GradientShape => (1, 1);

    public override void Allocate() => Output.Value = Plan.Allocate(Output.Shape);

    public override void Forward(Lane lane)
    {
        Slice columns = input.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            ReadOnlySpan<float> features = input.Value.Column(j);
            Span<float> y = Output.Value.Column(j);
            for (int i = 0; i < plain.Length; i++) y[i] = features[plain[i]];
            int first = plain.Length;
            for (int k = 0; k < weights.Length; k++)
            {
                ReadOnlySpan<float> vector = VectorOf(weights[k].Values, k, j);
                vector.CopyTo(y[first..]);
                first += vector.Length;
            }
        }
    }

    public override void Backward(Lane lane)
    {
        if (!input.WantsGradient) return;
        Slice columns = input.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            Span<float> gradient = input.Gradient.Column(j);
            gradient.Clear();
            for (int i = 0; i < plain.Length; i++) gradient[plain[i]] = Output.Gradient.Column(j)[i];
        }
    }

    public override void Gradient(Lane lane, Slice columns, GradientSink sink)
    {
        int first = plain.Length;
        for (int k = 0; k < weights.Length; k++)
        {
            Parameter weight = weights[k];
            int width = embeddings[k].Width;
            Array.Clear(weight.Gradients);
            for (int j = 0; j < input.ColumnsOf(new Slice(0, Plan.Samples)).Count; j++)
            {
                Elementwise.AddTo(VectorOf(weight.Gradients, k, j), Output.Gradient.Column(j).Slice(first, width));
            }

            sink.Take(weight);
            first += width;
        }
    }

    /// <summary>The column of a width × categories matrix that belongs to a column's code.</summary>
    private Span<float> VectorOf(float[] matrix, int k, int column)
    {
        (int feature, int categories, int width) = embeddings[k];
        float code = input.Value.Column(column)[feature];
        if (!(code >= 0) || code >= categories || code != MathF.Floor(code))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{Place}.{k} expects a code from 0 to {categories - 1} in feature {feature}, but a sample has {code}."));
        }

        return matrix.AsSpan((int)code * width, width);
    }
}
