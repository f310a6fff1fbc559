namespace ResNet.Tests.Reference;

public sealed class ReferenceNetworkGradientTests
{
    private const double Tolerance = 1e-7;

    public static TheoryData<string, string, string> Forms
    {
        get
        {
            TheoryData<string, string, string> forms = [];
            foreach (string activation in ReferenceActivation.All)
            {
                foreach (string normalization in (string[])["none", "batch", "layer"])
                {
                    forms.Add(activation, "post", normalization);
                    forms.Add(activation, "pre", normalization);
                    forms.Add(activation, "normalized", normalization);
                }
            }

            return forms;
        }
    }

    [Theory]
    [InlineData("plain-batchnorm-leakyrelu")]
    [InlineData("residual-batchnorm")]
    [InlineData("residual-branch-scale")]
    [InlineData("residual-preactivation-none")]
    public void Golden_networks_have_the_gradients_of_small_steps(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        ShouldHaveTheGradientsOfSmallSteps(ReferenceNetwork.Of(golden), golden.Input, golden.Targets, golden.LossKind);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Random_networks_have_the_gradients_of_small_steps(string activation, string order, string normalization)
    {
        ArchitectureEntry[] architecture =
        [
            new("layer", 3, 1, activation, Normalization: normalization),
            new("residual", 3, 1, activation, "projection", order, normalization, "learned"),
            new("residual", 4, 2, activation, "zero_padding", order, normalization, "0.5", HiddenFactor: 1.5),
            new("plain", 3, 1, activation, Normalization: normalization),
        ];
        Random random = new(7);
        double[][] input = NormalDraw.Rows(random, samples: 3, features: 2);
        double[][] target = NormalDraw.Rows(random, samples: 3, features: 2);
        ReferenceNetwork network = AwayFromKinks(architecture, input, target);

        ShouldHaveTheGradientsOfSmallSteps(network, input, target, "mean_squared_error");
    }

    private static ReferenceNetwork AwayFromKinks(ArchitectureEntry[] architecture, double[][] input, double[][] target) =>
        Enumerable.Range(1, 100)
            .Select(seed => ReferenceNetwork.Random(2, 2, architecture, seed))
            .First(network => network.Train(input, target, "mean_squared_error").KinkDistance > 1e-4);

    private static void ShouldHaveTheGradientsOfSmallSteps(
        ReferenceNetwork network, double[][] input, double[][] target, string lossKind)
    {
        ReferencePass pass = network.Train(input, target, lossKind);
        double Loss() => network.Loss(input, target, lossKind);

        Loss().Should().Be(pass.Loss);
        foreach ((string name, double[] values) in network.Parameters)
        {
            double[] steps = FiniteDifferences.Gradient(Loss, values);
            Agreement.Error(pass.Gradients[name], steps).Should().BeLessThan(Tolerance, "{0} agrees", name);
        }

        double[][] inputSteps = [.. input.Select(sample => FiniteDifferences.Gradient(Loss, sample))];
        Agreement.Error(pass.InputGradient, inputSteps).Should().BeLessThan(Tolerance);
    }
}
