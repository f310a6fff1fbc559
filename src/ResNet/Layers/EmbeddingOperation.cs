namespace ResNet;

/// <summary>
/// y = (plain features, E₁[:, c₁], E₂[:, c₂], …) with the codes c. Backward: ∂L/∂E[:, c] is the sum of ∂L/∂y over the samples
/// of code c, in their order; codes have the gradient 0.
/// </summary>
internal sealed class EmbeddingOperation : Operation
{
    private readonly Embeddings embeddings;
    private readonly Signal input;

    public EmbeddingOperation(Plan plan, Embeddings embeddings, Signal input)
        : base(plan, Embeddings.Name, embeddings.Outputs)
    {
        this.embeddings = embeddings;
        this.input = Read(input);
    }

    public override (int Rows, int Columns) GradientShape => (1, 1);

    public override void Allocate() => Output.Value = Plan.Allocate(Output.Width);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            ReadOnlySpan<float> features = input.Value.Sample(j);
            Span<float> y = Output.Value.Sample(j);
            for (int i = 0; i < embeddings.Plain.Length; i++) y[i] = features[embeddings.Plain[i]];
            int first = embeddings.Plain.Length;
            for (int k = 0; k < embeddings.Weights.Length; k++)
            {
                ReadOnlySpan<float> vector = VectorOf(embeddings.Weights[k].Values, k, j);
                vector.CopyTo(y[first..]);
                first += vector.Length;
            }
        }
    }

    public override void Backward(Lane lane)
    {
        if (!input.WantsGradient) return;
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            Span<float> gradient = input.Gradient.Sample(j);
            gradient.Clear();
            for (int i = 0; i < embeddings.Plain.Length; i++) gradient[embeddings.Plain[i]] = Output.Gradient.Sample(j)[i];
        }
    }

    public override void Gradient(Slice columns, GradientSink sink)
    {
        int first = embeddings.Plain.Length;
        for (int k = 0; k < embeddings.Weights.Length; k++)
        {
            Parameter weight = embeddings.Weights[k];
            int width = embeddings.Columns[k].Width;
            Array.Clear(weight.Gradients);
            for (int j = 0; j < Plan.Samples; j++)
            {
                Elementwise.AddTo(VectorOf(weight.Gradients, k, j), Output.Gradient.Sample(j).Slice(first, width));
            }

            sink.Take(weight);
            first += width;
        }
    }

    /// <summary>The column of a width × categories matrix that belongs to a sample's code.</summary>
    private Span<float> VectorOf(float[] matrix, int k, int sample)
    {
        (int feature, int categories, int width) = embeddings.Columns[k];
        float code = input.Value.Sample(sample)[feature];
        if (!(code >= 0) || code >= categories || code != MathF.Floor(code))
        {
            throw new ArgumentException($"{Place}.{k} expects a code from 0 to {categories - 1} in feature {feature}, but a sample has {code}.");
        }

        return matrix.AsSpan((int)code * width, width);
    }
}
