using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Networks;

public class StandardizeTargetsTests
{
    private static readonly Matrix<float> inputs = Matrix<float>.Build.DenseOfRowArrays([1, 2, 5], [3, 0, 1]);

    [Fact]
    public void Outputs_come_in_the_targets_units_and_inputs_stay_as_they_are()
    {
        Network network = Network.Create(inputs: 2).AddLayer(4).AddOutput(1).Build(seed: 3);
        Matrix<float> before = network.Predict(inputs);

        // targets 10, 20, 60: mean 30, variance (400 + 100 + 900)/3
        network.StandardizeTargets(Dataset.ForRegression(inputs, Matrix<float>.Build.DenseOfRowArrays([10, 20, 60])));
        Matrix<float> after = network.Predict(inputs);

        network.InputStandardization.Should().BeNull();
        for (int sample = 0; sample < 3; sample++)
        {
            after[0, sample].Should().BeApproximately(30 + MathF.Sqrt(1400 / 3f) * before[0, sample], 1e-3f);
        }
    }

    [Fact]
    public void Classes_have_nothing_to_scale()
    {
        Network network = Network.Create(inputs: 2).AddLayer(4).AddOutput(2).Build(seed: 3);
        network.StandardizeTargets(Dataset.ForClassification(inputs, [0, 1, 0], classes: 2));

        network.TargetStandardization.Should().BeNull();
    }

    [Fact]
    public void Other_targets_than_outputs_are_refused() =>
        FluentActions.Invoking(
            () => Network.Create(inputs: 2).AddOutput(2).Build()
            .StandardizeTargets(Dataset.ForRegression(inputs, inputs.SubMatrix(0, 1, 0, 3))))
            .Should().Throw<ArgumentException>()
            .WithMessage("The network maps 2 features to 2 outputs, but a sample of the data has 2 features and 1 targets.*");
}
