namespace ResNet.Tests.Reference;

public sealed class ReferenceNetworkGoldenTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Names => [.. GoldenNetwork.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_training_pass_gives_the_golden_output_loss_and_gradients(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        ReferencePass pass = ReferenceNetwork.Of(golden).Train(golden.Input, golden.Targets, golden.LossKind);

        Agreement.Error(pass.Output, golden.TrainOutput).Should().BeLessThan(Tolerance);
        Agreement.Error([pass.Loss], [golden.Loss]).Should().BeLessThan(Tolerance);
        Agreement.Error(pass.InputGradient, golden.InputGradient).Should().BeLessThan(Tolerance);
        ShouldAgree(pass.Gradients, golden.Gradients);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_training_pass_gives_the_golden_running_statistics(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        ReferencePass pass = ReferenceNetwork.Of(golden).Train(golden.Input, golden.Targets, golden.LossKind);

        ShouldAgree(pass.Running, golden.Running ?? []);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inference_gives_the_golden_output(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        Dictionary<string, double[]> running = (golden.Running ?? []).ToDictionary(entry => entry.Key, entry => entry.Value.Values);
        double[][] output = ReferenceNetwork.Of(golden).Predict(golden.Input, running);

        Agreement.Error(output, golden.InferenceOutput ?? golden.TrainOutput).Should().BeLessThan(Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_golden_activation_is_nearer_to_a_kink_than_promised(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        ReferencePass pass = ReferenceNetwork.Of(golden).Train(golden.Input, golden.Targets, golden.LossKind);

        pass.KinkDistance.Should().BeGreaterThan(1e-5);
        double.IsInfinity(pass.KinkDistance).Should()
            .Be(!golden.Architecture.Any(block => ReferenceActivation.HasKink(block.Activation)));
    }

    private static void ShouldAgree(OrderedDictionary<string, double[]> actual, OrderedDictionary<string, ParameterArray> expected)
    {
        actual.Keys.Should().Equal(expected.Keys);
        foreach ((string name, ParameterArray array) in expected)
        {
            Agreement.Error(actual[name], array.Values).Should().BeLessThan(Tolerance, "{0} agrees", name);
        }
    }
}
