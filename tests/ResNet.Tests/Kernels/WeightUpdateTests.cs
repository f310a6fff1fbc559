namespace ResNet.Tests.Kernels;

/// <summary>A weight's update from the tiles of its gradient, against the update from a gradient that was stored first.</summary>
public class WeightUpdateTests
{
    [Fact]
    public void Sgd_gives_the_same_bits_as_from_a_stored_gradient() => ForAllUpdates(UpdateForms.Sgd, pastCaches: false);

    [Fact]
    public void Adam_gives_the_same_bits_as_from_a_stored_gradient() => ForAllUpdates(UpdateForms.Adam, pastCaches: false);

    [Fact]
    public void Sgd_gives_the_same_bits_past_the_caches() => ForAllUpdates(UpdateForms.Sgd, pastCaches: true);

    [Fact]
    public void Adam_gives_the_same_bits_past_the_caches() => ForAllUpdates(UpdateForms.Adam, pastCaches: true);

    private static void ForAllUpdates<TUpdate>(IReadOnlyList<TUpdate> updates, bool pastCaches)
        where TUpdate : struct, IUpdate => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] delta = UniformDraw.Of(random, outputs * samples), a = UniformDraw.Of(random, inputs * samples);
        foreach (TUpdate update in updates)
        {
            Weights stored = Weights.Draw(outputs * inputs), used = stored.Copy();
            float[] sums = new float[samples > Packing.Depth ? outputs * inputs : 0];
            var whole = new OuterProducts(delta, a, outputs, inputs);
            Product.WeightGradient(whole, stored.Gradient);
            foreach (Slice columns in new Slice[] { new(inputs / 3, inputs - inputs / 3), new(0, inputs / 3) })
            {
                OuterProducts part = new(delta, a, outputs, inputs) { Columns = columns };
                Product.WeightUpdate(update, part, used.Value, used.First, used.Second, sums, pastCaches);
            }

            used.HasTheBitsOf(stored.Updated(update)).Should().BeTrue(
                "the {0} × {1} weights are updated for {2} samples by {3}", outputs, inputs, samples, update);
        }
    });
}
