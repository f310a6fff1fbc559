namespace ResNet;

/// <summary>From parts to the operations of a plan.</summary>
/// <param name="plan">the plan, to which each call appends</param>
/// <param name="arrays">the arrays that the operations read and change</param>
internal sealed class PlanWiring(Plan plan, LiveArrays arrays)
{
    /// <summary>What a stage gives of its input.</summary>
    public Signal Wire(Stage stage, Signal input) => Wire(stage, stage.Parts, input);

    private Signal Wire(Stage stage, PartList parts, Signal input)
    {
        Signal a = input;
        foreach (Part part in parts) a = Wire(stage, part, a);
        return a;
    }

    private Signal Wire(Stage stage, Part part, Signal a)
    {
        string place = stage.FullName(part.Name);
        var own = new PartArrays(arrays, place);
        return part switch
        {
            AffinePart affine => plan.Append(new AffineOperation(plan, affine, own, a)),
            NormPart { Normalization: Normalization.Batch } norm => BatchNorm(norm, place, own, a),
            NormPart { Normalization: Normalization.Layer } norm => plan.Append(new LayerNormOperation(plan, norm, own, a)),
            ActivationPart activation => Activate(activation, place, a),
            DropoutPart dropout => plan.Training ? Drop(dropout, place, a) : a,
            ResidualPart residual => Add(stage, residual, own, a),
            PaddingPart => a, // the addition pads and cuts
            EmbeddingsPart embeddings => plan.Append(new EmbeddingOperation(plan, embeddings, own, a)),
            StandardizationPart standardization => plan.Append(new StandardizationOperation(plan, place, standardization, a)),
            _ => throw new InvalidOperationException($"{place} is a {part.GetType().Name}, for which there is no operation."),
        };
    }

    /// <summary>Batch norm; with running statistics an affine operation may do it as it stores z.</summary>
    private Signal BatchNorm(NormPart part, string place, PartArrays own, Signal z)
    {
        if (plan.Training) return plan.Append(new BatchNormOperation(plan, part, own, z));
        var norm = new FixedBatchNorm(plan, part, own);
        bool isFused = plan.LastFused(z) is AffineOperation affine && affine.TryNormalize(norm);
        return isFused ? z : plan.Append(new FixedBatchNormOperation(plan, place, norm, z));
    }

    /// <summary>g(z); the operation that gives z may do it as it stores z.</summary>
    private Signal Activate(ActivationPart part, string place, Signal z) =>
        plan.LastFused(z)?.TryRectify(part.Activation) == true ? z : plan.Append(new ActivationOperation(plan, place, part.Activation, z));

    /// <summary>Dropout; the operation that gives a may do it if it ends with a ReLU.</summary>
    private Signal Drop(DropoutPart part, string place, Signal a) =>
        plan.LastFused(a)?.TryDrop(part.Rate, place) == true ? a : plan.Append(new DropoutOperation(plan, place, part.Rate, a));

    /// <summary>s·F + S; without a factor the branch's last operation may add the shortcut as it stores its results.</summary>
    private Signal Add(Stage stage, ResidualPart part, PartArrays own, Signal input)
    {
        input.IsKept |= !part.ShortcutReadsHead; // the shortcut reads it as it is
        Signal h = Wire(stage, part.Head, input);
        Signal branch = Wire(stage, part.Branch, h);
        Signal shortcut = Wire(stage, part.Shortcut, part.ShortcutReadsHead ? h : input);
        bool isPlainSum = part.Factor == BranchFactor.None && part.Survival == 1;
        if (isPlainSum && plan.LastFused(branch)?.TryAdd(shortcut) == true) return branch;
        return plan.Append(new AdditionOperation(plan, part, own, branch, shortcut));
    }
}
