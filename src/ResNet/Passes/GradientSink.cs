namespace ResNet;

/// <summary>Where the gradients of parameters go as a backward pass completes them, one part after the other.</summary>
internal abstract class GradientSink
{
    /// <summary>Takes a part of ∂L/∂W.</summary>
    public abstract void Take(Parameter weight, in OuterProducts part);

    /// <summary>Takes a gradient that is small and lies in the parameter already.</summary>
    public abstract void Take(Parameter parameter);
}

/// <summary>Keeps every gradient in its parameter.</summary>
internal sealed class KeptGradients : GradientSink
{
    public static KeptGradients Instance { get; } = new();

    public override void Take(Parameter weight, in OuterProducts part) => Product.WeightGradient(part, weight.Gradients);

    public override void Take(Parameter parameter)
    {
    }
}
