using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace ResNet;

/// <summary>One forward pass of a layer, a block or a network in training mode, and the way back through it.</summary>
/// <example>
/// <code>
/// ForwardPass pass = network.Forward(training.Inputs);
/// (double loss, Matrix&lt;float> gradient) = Loss.SoftmaxCrossEntropy.OfBatch(pass.Output, training);
/// pass.Backward(gradient);
/// Console.WriteLine(network.Parameters[0].Gradient);
/// </code>
/// </example>
public sealed class ForwardPass
{
    private readonly Module module;
    private readonly Plan plan;
    private readonly int lanes;
    private bool spent;

    internal ForwardPass(Module module, float[] input, int samples, Draw draw)
    {
        this.module = module;
        lanes = module.LanesFor(samples, Environment.ProcessorCount);
        plan = Plan.ForTraining(module.Stages[0].Input, module.WireTraining, samples, lanes, wantsInputGradient: true);
        plan.Samples = samples;
        plan.Draw = draw;
        plan.Input.Value = new ActivationBuffer((float[])input.Clone(), module.Stages[0].Input); // the caller may write to its own
        plan.RunForward(lanes);
        Output = Copy(plan.Output.Value, module.Outputs);
    }

    /// <summary>The output, outputs × samples; of a network the output layer's z.</summary>
    public Matrix<float> Output { get; }

    /// <summary>
    /// Goes back from the gradient of the loss with respect to the output. Overwrites the gradient of every parameter of
    /// the module, but for frozen ones.
    /// </summary>
    /// <param name="outputGradient">∂L/∂output, outputs × samples</param>
    /// <returns>
    /// ∂L/∂input, inputs × samples. Where a network's first blocks are frozen the way back ends behind them: it is then the gradient
    /// with respect to what the last frozen block gives, its outputs × samples.
    /// </returns>
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
        return Copy(plan.WayBackEnd.Gradient, plan.WayBackEnd.Shape.Values);
    }

    /// <summary>What went through, and what came out.</summary>
    public override string ToString() =>
        $"pass of {Shown.Count(Output.ColumnCount, "sample")}, {Shown.Count(Output.RowCount, "output")} each";

    private DenseMatrix Copy(ActivationBuffer activations, int width) =>
        new(width, plan.Samples, activations.Samples(new Slice(0, plan.Samples)).ToArray());
}
