namespace ResNet;

/// <summary>How likely branches survive a training pass, by depth (Huang et al. 2016, §3).</summary>
internal static class StochasticDepth
{
    /// <summary>Sets p_l = 1 − (l/L)(1 − p_L) for the residual blocks l = 1 … L that have no survival of their own.</summary>
    public static IEnumerable<BlockRecipe> SetSurvivals(IReadOnlyList<BlockRecipe> blocks)
    {
        int last = blocks.Count(block => block.Settings.IsResidual), number = 0;
        foreach (BlockRecipe block in blocks)
        {
            if (block.Settings.IsResidual) number++;
            float survival = block.Settings.Survival ?? (float)(1 - (double)number / last * (1 - (double)block.Settings.LastSurvival));
            yield return block.Settings.IsResidual ? block with { Settings = block.Settings with { Survival = survival } } : block;
        }
    }
}
