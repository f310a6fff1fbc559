namespace ResNet.Tests.Kernels;

/// <summary>A weight's update from the tiles of its gradient, against the update from a gradient that was stored first.</summary>
public class WeightUpdateTests
{
    [Fact]
    public void Sgd_gives_the_same_bits_as_from_a_stored_gradient() => ForAllUpdates(UpdateForms.Sgd);

    [Fact]
    public void Adam_gives_the_same_bits_as_from_a_stored_gradient() => ForAllUpdates(UpdateForms.Adam);

    private static void ForAllUpdates<TUpdate>(IReadOnlyList<TUpdate> updates)
        where TUpdate : struct, IUpdate => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        if (samples > Packing.Depth) return; // they do not go in one run, and nothing keeps their sums in between
        float[] delta = UniformDraw.Of(random, outputs * samples), a = UniformDraw.Of(random, inputs * samples);
        int first = inputs / 3, count = inputs - first;
        foreach (TUpdate update in updates)
        {
            Weights stored = Weights.Draw(outputs * count), used = stored.Copy();
            Product.WeightGradient(delta, a, stored.Gradient, inputs, outputs, first);
            Product.WeightUpdate(update, delta, a, used.Value, used.First, used.Second, inputs, outputs, first);
            used.HasTheBitsOf(stored.Updated(update)).Should().BeTrue(
                "the {0} × {1} weights from column {2} on are updated for {3} samples by {4}", outputs, count, first, samples, update);
        }
    });
}
