namespace ResNet.Tests.Kernels;

/// <summary>The optimizers' updates against plain loops in double precision, at every tail.</summary>
public class UpdatesTests
{
    private const int Longest = 140;

    public static TheoryData<int> SgdForms => [.. Enumerable.Range(0, UpdateForms.Sgd.Count)];

    public static TheoryData<int> AdamForms => [.. Enumerable.Range(0, UpdateForms.Adam.Count)];

    [Theory]
    [MemberData(nameof(SgdForms))]
    public void Sgd_is_its_formula_at_every_length(int form)
    {
        SgdUpdate update = UpdateForms.Sgd[form];
        for (int length = 0; length <= Longest; length++)
        {
            Weights before = Weights.Draw(length), after = before.Updated(update);
            for (int i = 0; i < length; i++)
            {
                double g = (double)before.Gradient[i] + (double)update.Decay * before.Value[i];
                double velocity = (double)update.Momentum * before.First[i] + g;
                double step = update.Nesterov ? g + update.Momentum * velocity : velocity;
                after.ShouldBe(i, before.Value[i] - update.Rate * step, velocity, before.Second[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AdamForms))]
    public void Adam_is_its_formula_at_every_length(int form)
    {
        AdamUpdate update = UpdateForms.Adam[form];
        for (int length = 0; length <= Longest; length++)
        {
            Weights before = Weights.Draw(length), after = before.Updated(update);
            for (int i = 0; i < length; i++)
            {
                double g = (double)before.Gradient[i] + (double)update.Decay * before.Value[i];
                double m = (double)update.Beta1 * before.First[i] + (1 - (double)update.Beta1) * g;
                double v = (double)update.Beta2 * before.Second[i] + (1 - (double)update.Beta2) * g * g;
                double step = update.Rate * (m / update.Correction1) / (Math.Sqrt(v / update.Correction2) + update.Epsilon);
                after.ShouldBe(i, (double)before.Value[i] * update.Keep - step, m, v);
            }
        }
    }

    [Fact]
    public void A_value_is_updated_to_the_same_bits_wherever_it_stands()
    {
        foreach (SgdUpdate update in UpdateForms.Sgd) ShouldNotDependOnThePlace(update);
        foreach (AdamUpdate update in UpdateForms.Adam) ShouldNotDependOnThePlace(update);
    }

    private static void ShouldNotDependOnThePlace<TUpdate>(TUpdate update)
        where TUpdate : struct, IUpdate
    {
        Weights before = Weights.Draw(Longest), whole = before.Updated(update);
        for (int first = 0; first < 40; first++)
        {
            for (int length = 1; length <= Longest - first; length++)
            {
                var part = new Slice(first, length);
                before.Of(part).Updated(update).HasTheBitsOf(whole.Of(part))
                    .Should().BeTrue("the values {0} to {1} are updated by themselves by {2}", first, part.End, update);
            }
        }
    }
}
