using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace ResNet;

/// <summary>One forward pass of a layer, a block or a network in training mode, and the way back through it.</summary>
public sealed class ForwardPass
{
    private readonly Module module;
    private readonly Plan plan;
    private readonly int lanes;
    private bool spent;

    internal ForwardPass(Module module, float[] input, int samples, int seed)
    {
        this.module = module;
        lanes = module.LanesFor(samples, Environment.ProcessorCount);
        plan = Plan.ForTraining(module.Stages[0].Input, module.Wire, samples, lanes, wantsInputGradient: true);
        plan.Samples = samples;
        plan.Draw = new Draw(seed, Number: 0);
        plan.Input.Value = new ActivationBuffer((float[])input.Clone(), module.Stages[0].Input); // the caller may write to its own
        plan.RunForward(lanes);
        Output = Copy(plan.Output.Value, module.Outputs);
    }

    /// <summary>The output, outputs × samples.</summary>
    public Matrix<float> Output { get; }

    /// <summary>
    /// Goes back from the gradient of the loss with respect to the output. Overwrites the gradient of every parameter of
    /// the module.
    /// </summary>
    /// <param name="outputGradient">∂L/∂output, outputs × samples</param>
    /// <returns>∂L/∂input, inputs × samples</returns>
    /// <exception cref="ArgumentNullException">there is no gradient.</exception>
    /// <exception cref="ArgumentException">the gradient's shape is not the output's.</exception>
    /// <exception cref="InvalidOperationException">this pass has been gone back already, or the network is being fitted.</exception>
    public Matrix<float> Backward(Matrix<float> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        if (outputGradient.RowCount != Output.RowCount || outputGradient.ColumnCount != Output.ColumnCount)
        {
            throw new ArgumentException(
                $"The output of {module.EntryName} is {Output.RowCount} × {Output.ColumnCount}, but its gradient is " +
                $"{outputGradient.RowCount} × {outputGradient.ColumnCount}.",
                nameof(outputGradient));
        }

        if (spent) throw new InvalidOperationException("A pass can be gone back once; call Forward again.");
        using Use.Lease lease = module.Use.BeginPrediction();
        spent = true;
        outputGradient.ToColumnMajorArray().CopyTo(plan.Output.Gradient.Samples(new Slice(0, plan.Samples)));
        Workers.Run(lanes, lane => plan.Backward(lane, KeptGradients.Instance));
        return Copy(plan.Input.Gradient, module.Inputs);
    }

    private DenseMatrix Copy(ActivationBuffer activations, int width) =>
        new(width, plan.Samples, activations.Samples(new Slice(0, plan.Samples)).ToArray());
}
