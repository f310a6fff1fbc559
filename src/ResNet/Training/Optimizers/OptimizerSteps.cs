namespace ResNet;

/// <summary>
/// An optimizer's steps on a network, a block or a layer, and all that it remembers from one to the next, for a training loop of
/// one's own. Made by <see cref="Optimizer.For"/>.
/// </summary>
public sealed class OptimizerSteps
{
    /// <summary>Pieces of values that are worth a thread.</summary>
    private const int PiecesForAThread = 4;

    private readonly Optimizer optimizer;
    private readonly Module module;
    private readonly OptimizerState state;
    private readonly int lanes;

    internal OptimizerSteps(Optimizer optimizer, Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        this.optimizer = optimizer;
        this.module = module;
        state = new OptimizerState(module.Parameters, optimizer);
        lanes = Math.Clamp(state.Pieces / PiecesForAThread, 1, Environment.ProcessorCount);
    }

    /// <summary>The steps that have been taken: the number, from 0, of the step that comes next.</summary>
    public int Count => state.Steps;

    /// <summary>
    /// Changes the parameters by the gradients that <see cref="ForwardPass.Backward"/> has left in them; those of frozen blocks
    /// stay. The result is the same to the bit for any number of threads.
    /// </summary>
    /// <param name="factor">what the optimizer's learning rate is multiplied by, as a schedule gives it</param>
    /// <param name="clipNorm">
    /// the norm c to clip the gradient to, g ← g·min(1, c/(‖g‖ + 1e-6)) over all parameters that are not frozen; null to leave it
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">the factor is negative or not finite, or the norm not positive and finite.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    public void Step(double factor = 1, float? clipNorm = null)
    {
        if (!(factor >= 0) || !double.IsFinite(factor))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be finite and not negative.");
        }

        OptimizerState.CheckedNorm(clipNorm, nameof(clipNorm));
        using Use.Lease lease = module.Use.BeginFit();
        state.BeginStep((float)(optimizer.LearningRate * factor), lanesAreFar: false);
        Workers.Run(lanes, lane => state.Step(lane, clipNorm));
    }

    /// <summary>How many steps there were, and the optimizer.</summary>
    public override string ToString() => $"{Count} steps of {optimizer}";
}
