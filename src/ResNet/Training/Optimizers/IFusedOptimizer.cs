namespace ResNet;

/// <summary>An optimizer whose kernel updates a weight while its gradient is being computed, so that none is stored.</summary>
internal interface IFusedOptimizer
{
    /// <summary>Updates a part of a weight in place with its gradient.</summary>
    /// <param name="weight">the whole weight</param>
    /// <param name="gradient">the part's gradient</param>
    /// <param name="moments">what is remembered of each value of the weight</param>
    /// <param name="sums">memory as large as the weight for sums over more than <see cref="Packing.Depth"/> samples</param>
    /// <param name="step">the step</param>
    /// <param name="pastCaches">whether the weight's new values go past the caches</param>
    void UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, OptimizerStep step, bool pastCaches);
}
