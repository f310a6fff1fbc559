namespace ResNet;

#pragma warning disable RS0026 // outputs by number or by names: no call of WithOutput can mean both

/// <content>Standardization, copies, frozen blocks and other output layers.</content>
public sealed partial class Network
{
    /// <summary>How inputs are scaled before the first block; null where they are taken as they are.</summary>
    public Standardization? InputStandardization { get; private set; }

    /// <summary>How targets are scaled in training, and outputs scaled back; null where they are not.</summary>
    public Standardization? TargetStandardization { get; private set; }

    /// <summary>The number of blocks, from the first, that a trainer leaves as they are; 0 at first.</summary>
    public int FrozenBlocks { get; private set; }

    /// <summary>
    /// Has the network standardize its inputs from now on by the means and standard deviations of a data set, and for
    /// regression its targets: it then trains on scaled targets, and predicts in their own units. Classes, one or several a
    /// sample, stay as they are. Give it training data only.
    /// </summary>
    /// <param name="training">the samples to fit the standardization on</param>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the samples have another number of features or of targets than the network.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    public void Standardize(Dataset training)
    {
        Standardization? targets = StandardizationOfTargets(training);
        using Use.Lease lease = Use.BeginFit();
        Standardize(Standardization.Of(training.Inputs, leave: [.. recipe.Embeddings.Select(embedding => embedding.Feature)]), targets);
    }

    /// <summary>
    /// As <see cref="Standardize(Dataset)"/>, for regression's targets alone: inputs that are scaled already, or that are rarely
    /// anything but 0, stay as they are.
    /// </summary>
    /// <param name="training">the samples to fit the standardization on</param>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the samples have another number of features or of targets than the network.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    public void StandardizeTargets(Dataset training)
    {
        Standardization? targets = StandardizationOfTargets(training);
        using Use.Lease lease = Use.BeginFit();
        Standardize(InputStandardization, targets);
    }

    /// <summary>A copy with the same weights, running statistics, standardization and frozen blocks, and nothing shared.</summary>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Network Clone()
    {
        using Use.Lease lease = Use.BeginPrediction();
        return CopyInto(new Network(recipe, seed: null), withOutput: true);
    }

    /// <summary>
    /// A copy with a new output layer for another task, drawn anew: the blocks keep their weights, running statistics and
    /// input standardization; target standardization goes, and so do class names, even where there are as many outputs as before. The
    /// other overload names the new classes.
    /// </summary>
    /// <param name="outputs">width of the new output, at least 1</param>
    /// <param name="seed">fixes the draw</param>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Network WithOutput(int outputs, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        return WithOutput(outputs, classNames: null, seed);
    }

    /// <summary>
    /// As <see cref="WithOutput(int, int)"/>, with one output for each class, whose names the copy keeps: the weights are the same.
    /// </summary>
    /// <param name="classNames">the names in the order of the labels, two or more, all different</param>
    /// <param name="seed">fixes the draw</param>
    /// <exception cref="ArgumentNullException">there are no names.</exception>
    /// <exception cref="ArgumentException">there are fewer than two names, two are the same, or one is null.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    /// <example><code>Network trees = network.WithOutput(["oak", "elm", "fir"], seed: 1);</code></example>
    public Network WithOutput(IReadOnlyList<string> classNames, int seed = 0)
    {
        IReadOnlyList<string> names = NetworkRecipe.CheckedNames(classNames, nameof(classNames));
        return WithOutput(names.Count, names, seed);
    }

    /// <summary>
    /// Has trainers leave the first blocks as they are: their parameters and those of embeddings stay, their batch norms use
    /// and keep their running statistics, nothing is dropped in them, and no gradient is computed for them. The normalization
    /// behind the last pre-activation or normalized block belongs to that block.
    /// </summary>
    /// <param name="blocks">how many blocks, from 0, which frees all, to all of them</param>
    /// <exception cref="ArgumentOutOfRangeException">there are not so many blocks.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    public void Freeze(int blocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, Blocks.Count);
        using Use.Lease lease = Use.BeginFit();
        FrozenBlocks = blocks;
        foreach (Stage stage in stages)
        {
            foreach (Parameter parameter in Arrays.ParametersOf([stage])) parameter.IsFrozen = IsFrozen(stage);
        }
    }

    private Network WithOutput(int outputs, IReadOnlyList<string>? classNames, int seed)
    {
        using Use.Lease lease = Use.BeginPrediction();
        return CopyInto(new Network(recipe with { Outputs = outputs, ClassNames = classNames }, seed), withOutput: false);
    }

    private void Standardize(Standardization? inputs, Standardization? targets)
    {
        InputStandardization = inputs;
        TargetStandardization = targets;
        stages =
        [
            .. inputs is null ? [] : (Stage[])[new(StageName.Inputs, [new StandardizationPart(inputs, Undoes: false)])],
            .. stages.Where(stage => stage.Name is not (StageName.Inputs or StageName.Outputs)),
            .. targets is null ? [] : (Stage[])[new(StageName.Outputs, [new StandardizationPart(targets, Undoes: true)])],
        ];
        ForgetPlan();
    }

    private Standardization? StandardizationOfTargets(Dataset training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Features != Inputs || (training.Targets is { } targets && targets.RowCount != Outputs))
        {
            throw new ArgumentException(
                $"The network maps {Inputs} features to {Outputs} outputs, but a sample of the data has {training.Features} features" +
                (training.Targets is null ? "." : $" and {training.Targets.RowCount} targets.") +
                (training.Count == Inputs ? Columns.SwapHint : ""),
                nameof(training));
        }

        return training.Targets is null || training.IsMultiLabel ? null : Standardization.Of(training.Targets);
    }

    private Network CopyInto(Network copy, bool withOutput)
    {
        foreach (Stage stage in copy.stages.Where(stage => withOutput || stage.Name != StageName.Output))
        {
            foreach (PartArray array in stage.Arrays) Arrays[array.Name].Values.CopyTo(copy.Arrays[array.Name].Values, 0);
        }

        copy.Standardize(InputStandardization, withOutput ? TargetStandardization : null);
        copy.Freeze(FrozenBlocks);
        return copy;
    }
}
