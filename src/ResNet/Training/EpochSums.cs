namespace ResNet;

/// <summary>The losses and errors of some samples, summed in order.</summary>
/// <param name="Loss">Σwℓ, the losses times the samples' weights</param>
/// <param name="Weight">Σw</param>
/// <param name="Wrong">samples misclassified; null in regression</param>
/// <param name="Samples">samples in the sums</param>
internal readonly record struct EpochSums(double Loss, double Weight, int? Wrong, int Samples)
{
    public double MeanLoss => Weight > 0 ? Loss / Weight : 0;

    public double? ErrorRate => Wrong / (double?)Samples;

    public static EpochSums operator +(EpochSums x, EpochSums y) =>
        x.Samples == 0 ? y : new(x.Loss + y.Loss, x.Weight + y.Weight, x.Wrong + y.Wrong, x.Samples + y.Samples);
}
