using System.Globalization;

namespace ResNet;

/// <summary>One step of an optimizer on one parameter.</summary>
/// <param name="Number">the number of the step, t, from 1</param>
/// <param name="Rate">the learning rate η of this step, the schedule's factor included</param>
/// <param name="Decay">the weight decay λ of this parameter: 0 where <see cref="Optimizer.DecayWeightsOnly"/> leaves it out</param>
public readonly record struct OptimizerStep(int Number, float Rate, float Decay)
{
    /// <summary>The number, the learning rate and the weight decay.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"step {Number}, learning rate {Rate}, weight decay {Decay}");
}
