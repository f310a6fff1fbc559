namespace ResNet;

/// <summary>The arrays that a network has: parameters and running statistics.</summary>
internal static class TensorShapes
{
    /// <summary>
    /// The arrays one after the other, without building the network: a recipe from a file may promise more of them than memory
    /// holds, and whoever looks for them in the file stops at the first that is not there.
    /// </summary>
    public static IEnumerable<TensorShape> Of(NetworkRecipe recipe)
    {
        for (int k = 0; k < recipe.Embeddings.Count; k++)
        {
            yield return new TensorShape($"{Embeddings.Name}.{k}.weight", recipe.Embeddings[k].Width, recipe.Embeddings[k].Categories);
        }

        foreach (BlockRecipe block in recipe.Blocks)
        {
            foreach (TensorShape shape in OfLayers(block).Concat(OfShortcut(block))) yield return shape;
        }

        if (recipe.LastWithAddition >= 0)
        {
            BlockRecipe last = recipe.Blocks[recipe.LastWithAddition];
            foreach (TensorShape shape in OfNorm("final.norm", last.Settings.Normalization, last.Outputs)) yield return shape;
        }

        yield return new TensorShape("output.weight", recipe.Outputs, recipe.LastWidth);
        yield return new TensorShape("output.bias", recipe.Outputs);
    }

    private static IEnumerable<TensorShape> OfLayers(BlockRecipe block)
    {
        BlockSettings settings = block.Settings;
        for (int i = 0; i < settings.Layers; i++)
        {
            (int from, int to) = settings.WidthsOf(i, block.Inputs, block.Outputs);
            yield return new TensorShape($"{block.Name}.layers.{i}.weight", to, from);
            yield return new TensorShape($"{block.Name}.layers.{i}.bias", to);
            int normalized = settings.Order == BlockOrder.PostActivation ? to : from;
            foreach (TensorShape shape in OfNorm($"{block.Name}.norms.{i}", settings.NormalizationOf(i), normalized)) yield return shape;
        }
    }

    private static IEnumerable<TensorShape> OfShortcut(BlockRecipe block)
    {
        BlockSettings settings = block.Settings;
        if (!settings.IsResidual) yield break;
        if (settings.ShortcutOf(block.Inputs, block.Outputs) == Shortcut.Projection)
        {
            yield return new TensorShape($"{block.Name}.shortcut.weight", block.Outputs, block.Inputs);
            Normalization normalization = settings.Order == BlockOrder.PostActivation ? settings.Normalization : Normalization.None;
            foreach (TensorShape shape in OfNorm($"{block.Name}.shortcut.norm", normalization, block.Outputs)) yield return shape;
        }

        if (settings.BranchFactor.IsLearned) yield return new TensorShape($"{block.Name}.scale", 1);
    }

    private static IEnumerable<TensorShape> OfNorm(string name, Normalization kind, int width)
    {
        if (kind == Normalization.None) yield break;
        yield return new TensorShape($"{name}.gamma", width);
        yield return new TensorShape($"{name}.beta", width);
        if (kind != Normalization.Batch) yield break;
        yield return new TensorShape($"{name}.running_mean", width);
        yield return new TensorShape($"{name}.running_variance", width);
    }
}
