namespace ResNet;

/// <summary>One step on one parameter.</summary>
/// <param name="Number">the number of the step, from 1</param>
/// <param name="Rate">the learning rate η of this step</param>
/// <param name="Decay">the weight decay λ of this parameter</param>
/// <param name="Clip">what clipping multiplies the gradient by</param>
/// <param name="PastCaches">whether a weight's new values go past the caches</param>
internal readonly record struct OptimizerStep(int Number, float Rate, float Decay, float Clip, bool PastCaches);
