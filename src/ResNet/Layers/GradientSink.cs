namespace ResNet;

/// <summary>Where the gradients of parameters go as a backward pass completes them, one part after the other.</summary>
internal abstract class GradientSink
{
    /// <summary>Takes some columns of ∂L/∂W = δ aᵀ, summed over the samples that lie one after the other in δ and a.</summary>
    public abstract void TakeOuterProducts(Parameter weight, ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, Slice columns);

    /// <summary>Takes a gradient that is small and lies in the parameter already.</summary>
    public abstract void Take(Parameter parameter);
}

/// <summary>Keeps every gradient in its parameter.</summary>
internal sealed class KeptGradients : GradientSink
{
    public static KeptGradients Instance { get; } = new();

    public override void TakeOuterProducts(Parameter weight, ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, Slice columns)
    {
        int outputs = weight.Value.RowCount, inputs = weight.Value.ColumnCount;
        Product.WeightGradient(delta, activations, weight.GradientColumns(columns), inputs, outputs, columns.First);
    }

    public override void Take(Parameter parameter)
    {
    }
}
