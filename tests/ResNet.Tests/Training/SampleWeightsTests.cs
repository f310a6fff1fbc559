using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training;

public class SampleWeightsTests
{
    [Fact]
    public void A_samples_weight_and_its_classs_are_multiplied()
    {
        Dataset data = Dataset.ForClassification(Matrix<float>.Build.Dense(1, 3), [0, 1, 1], 2);
        Dataset weighted = data.WithWeights([2, 3, 0]);

        All(new SampleWeights(data, ofClasses: null)).Should().Equal(1, 1, 1);
        All(new SampleWeights(data, ofClasses: [5, 7])).Should().Equal(5, 7, 7);
        All(new SampleWeights(weighted, ofClasses: null)).Should().Equal(2, 3, 0);
        All(new SampleWeights(weighted, ofClasses: [5, 7])).Should().Equal(10, 21, 0);
    }

    [Fact]
    public void A_sample_of_weight_2_counts_as_two()
    {
        Dataset data = Dataset.ForRegression(Matrix<float>.Build.Dense(1, 3, [1, 2, 3]), Matrix<float>.Build.Dense(1, 3, [2, 0, 5]));
        var trainer = new Trainer(
            Network.Create(1).AddOutput(1).Build(seed: 1), new TrainerOptions { Loss = Loss.MeanSquaredError });

        trainer.Evaluate(data.WithWeights([1, 0, 2])).Loss
            .Should().BeApproximately(trainer.Evaluate(data.Select([0, 2, 2])).Loss, 1e-6);
    }

    private static float[] All(SampleWeights weights) => [weights[0], weights[1], weights[2]];
}
