using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class DatasetWeightsTests
{
    private static Dataset Classes => Dataset.ForClassification(Matrix<float>.Build.Dense(1, 4, [0, 1, 2, 3]), [0, 1, 0, 1], 2);

    [Fact]
    public void Weights_belong_to_the_same_samples()
    {
        Dataset data = Classes;
        Dataset regression = Dataset.ForRegression(data.Inputs, data.Inputs);
        float[] weights = [1, 0, 2.5f, 3];

        Dataset weighted = data.WithWeights(weights);
        weights[0] = 99;

        weighted.Weights.Should().Equal(1, 0, 2.5f, 3);
        weighted.Weights.Should().NotBeOfType<float[]>("a data set's weights cannot be written to");
        weighted.WeightOf(2).Should().Be(2.5f);
        weighted.Inputs.Should().BeSameAs(data.Inputs);
        weighted.Labels.Should().BeSameAs(data.Labels);
        weighted.Classes.Should().Be(2);
        weighted.Sample(3).ToArray().Should().Equal(3);
        weighted.LabelSpan.ToArray().Should().Equal(0, 1, 0, 1);
        regression.WithWeights([1, 2, 3, 4]).Targets.Should().BeSameAs(regression.Targets);
    }

    [Fact]
    public void Without_weights_every_sample_counts_1()
    {
        Classes.Weights.Should().BeNull();
        Classes.WeightOf(3).Should().Be(1);
    }

    [Fact]
    public void New_weights_replace_the_old()
    {
        Classes.WithWeights([1, 2, 3, 4]).WithWeights([5, 6, 7, 8]).Weights.Should().Equal(5, 6, 7, 8);
    }

    [Fact]
    public void Parts_keep_their_weights()
    {
        // every weight is ten times the sample's number, but for the first
        Dataset data = Classes.WithWeights([1, 10, 20, 30]);

        data.Take(2).Weights.Should().Equal(1, 10);
        data.Select([3, 0, 3]).Weights.Should().Equal(30, 1, 30);
        foreach ((Dataset one, Dataset other) in (IEnumerable<(Dataset, Dataset)>)[data.Split(0.5), data.SplitAtRandom(0.25),
            .. data.Folds(2)])
        {
            foreach (Dataset part in new[] { one, other })
            {
                part.Weights.Should().Equal(part.Inputs.Row(0).Select(number => Math.Max(1, 10 * number)));
            }
        }
    }

    [Fact]
    public void Weights_that_weigh_nothing_are_refused()
    {
        const string Message = "At least one sample needs a weight above 0.*";

        Classes.Invoking(d => d.WithWeights([0, 0, 0, 0])).Should().Throw<ArgumentException>().WithParameterName("weights")
            .WithMessage(Message);
        Classes.WithWeights([0, 1, 1, 1]).Invoking(d => d.Take(1)).Should().Throw<ArgumentException>().WithMessage(Message);
    }

    [Theory]
    [InlineData(-1e-10f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_must_be_finite_and_not_negative(float weight)
    {
        Classes.Invoking(d => d.WithWeights([1, 1, weight, 1])).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("weights").WithMessage("Weight 2 must be finite and not negative.*");
    }

    [Fact]
    public void There_is_one_weight_for_each_sample()
    {
        Classes.Invoking(d => d.WithWeights(null!)).Should().Throw<ArgumentNullException>().WithParameterName("weights");
        Classes.Invoking(d => d.WithWeights([1, 2])).Should().Throw<ArgumentException>()
            .WithParameterName("weights").WithMessage("Expected 4 weights, one for each sample, but there are 2.*");
    }
}
