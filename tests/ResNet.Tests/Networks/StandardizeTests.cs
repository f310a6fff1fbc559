using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>A network that keeps the standardization of its features and targets.</summary>
public class StandardizeTests
{
    [Fact]
    public void Raw_features_give_raw_targets_whatever_their_scales()
    {
        // x = (1e4 ± 1, ±1e-3), t = 1e4 + 2(x₀ − 1e4) − 500x₁
        Matrix<float> u = NormalBatch.Of(2, 200);
        var scales = Vector<float>.Build.Dense([1, 1e-3f]);
        Matrix<float> inputs = Matrix<float>.Build.Dense(2, 200, (i, j) => (i == 0 ? 1e4f : 0) + scales[i] * u[i, j]);
        Matrix<float> targets = Matrix<float>.Build.Dense(1, 200, (_, j) => 1e4f + 2 * u[0, j] - 0.5f * u[1, j]);
        Dataset train = Dataset.ForRegression(inputs, targets);
        Network network = Network.Create(2).AddOutput(1).Build();
        network.Standardize(train);
        var trainer = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Sgd(0.1f), Schedule = Schedule.Constant, BatchSize = 200, Epochs = 200,
            Metrics = [Metric.MeanAbsoluteError],
        });
        trainer.Fit(train);

        // floats around 1e4 are 1e-3 apart
        trainer.Evaluate(train).Metrics["mae"].Should().BeLessThan(2e-3);
        network.Predict([10001f, 1e-3f])[0].Should().BeApproximately(10001.5f, 5e-3f);
    }

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    public void It_learns_what_a_network_learns_on_data_standardized_by_hand(Normalization normalization)
    {
        Dataset train = SkewedData.Of(60), other = SkewedData.Of(20, seed: 7);
        (Matrix<float> mean, Matrix<float> deviation) = (ByRow(train.Inputs, Mean), ByRow(train.Inputs, Deviation));
        (Matrix<float> targetMean, Matrix<float> targetDeviation) = (ByRow(train.Targets!, Mean), ByRow(train.Targets!, Deviation));
        Network scaled = Build(normalization), plain = Build(normalization);
        scaled.Standardize(train);
        Fit(scaled, train);
        Fit(plain, Dataset.ForRegression(Standard(train.Inputs, mean, deviation), Standard(train.Targets!, targetMean, targetDeviation)));

        Matrix<float> expected = plain.Predict(Standard(other.Inputs, mean, deviation));
        expected = Matrix<float>.Build.Dense(2, 20, (i, j) => targetMean[i, 0] + targetDeviation[i, 0] * expected[i, j]);
        (scaled.Predict(other.Inputs) - expected).Enumerate().Max(Math.Abs).Should().BeLessThan(2e-3f, "targets are tens");
        plain.Parameters.Zip(scaled.Parameters, (x, y) => (x.Value - y.Value).Enumerate().Max(Math.Abs)).Max().Should().BeLessThan(1e-4f);
    }

    [Fact]
    public void Constant_features_and_targets_do_no_harm()
    {
        Matrix<float> inputs = NormalBatch.Of(3, 40);
        inputs.SetRow(1, new float[40]);
        inputs.SetRow(2, [.. Enumerable.Repeat(1e4f, 40)]);
        Dataset train = Dataset.ForRegression(inputs, Matrix<float>.Build.Dense(2, 40, 7));
        Network network = Build();
        network.Standardize(train);
        network.InputStandardization!.Deviations.Skip(1).Should().Equal(1, 1);
        network.TargetStandardization!.Means.Should().Equal(7, 7);

        Fit(network, train).StopReason.Should().Be(StopReason.Completed);
        network.Predict(inputs).Enumerate().Should().OnlyContain(value => Math.Abs(value - 7) < 1);
    }

    [Fact]
    public void Gradients_through_the_scaling_are_those_of_finite_differences()
    {
        Network network = Network.Create(3).WithActivation(Activation.Tanh)
            .AddLayer(5).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 5);
        network.Standardize(SkewedData.Of(60));
        Matrix<float> input = SkewedData.Of(4, seed: 7).Inputs, weights = NormalBatch.Of(2, 4, seed: 9);
        Matrix<float> gradient = network.Forward(input).Backward(weights);

        ShouldBeSlope(gradient, input);
        foreach (Parameter parameter in network.Parameters) ShouldBeSlope(parameter.Gradient, parameter.Value);

        // of L = Σ weights ∘ z, z the output in the targets' deviations; the features' deviations are 0.5, 3 and 20
        void ShouldBeSlope(Matrix<float> analytic, Matrix<float> values)
        {
            double largest = analytic.Enumerate().Max(Math.Abs);
            for (int i = 0; i < values.RowCount; i++)
            {
                float original = values[i, 0], step = values == input ? 0.02f * network.InputStandardization!.Deviations[i] : 0.02f;
                double above = At(original + step), below = At(original - step);
                At(original);
                analytic[i, 0].Should().BeApproximately((float)((above - below) / (2 * step)), (float)(0.01 * largest) + 1e-3f);

                double At(float value)
                {
                    values[i, 0] = value;
                    IReadOnlyList<float> deviations = network.TargetStandardization!.Deviations;
                    return network.Predict(input).EnumerateIndexed()
                        .Sum(y => (double)y.Item3 / deviations[y.Item1] * weights[y.Item1, y.Item2]);
                }
            }
        }
    }

    [Fact]
    public void Metrics_are_in_the_targets_units_and_the_loss_in_their_deviations()
    {
        Dataset train = SkewedData.Of(60);
        Network network = Network.Create(3).AddLayer(8).AddOutput(1).Build(seed: 5);
        train = Dataset.ForRegression(train.Inputs, train.Targets!.SubMatrix(1, 1, 0, 60));
        network.Standardize(train);
        var trainer = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, BatchSize = 60, Epochs = 1, Metrics = [Metric.RootMeanSquaredError],
        });
        double rmse =
            Math.Sqrt((network.Predict(train.Inputs) - train.Targets).Enumerate().Average(deviation => (double)deviation * deviation));
        double deviation = network.TargetStandardization!.Deviations[0];

        Evaluation evaluation = trainer.Evaluate(train);
        evaluation.Metrics["rmse"].Should().BeApproximately(rmse, 1e-4);
        evaluation.Loss.Should().BeApproximately(rmse * rmse / (deviation * deviation), 1e-4);
        EpochResult epoch = trainer.Fit(train).Epochs.Single();
        epoch.Metrics["rmse"].Should().BeApproximately(rmse, 1e-4);
        epoch.Loss.Should().BeApproximately(evaluation.Loss, 1e-4);
    }

    [Fact]
    public void A_samples_prediction_is_the_same_bits_alone_and_in_any_batch()
    {
        Dataset train = SkewedData.Of(60);
        Network network = Build(Normalization.Batch);
        network.Standardize(train);
        Fit(network, train);
        Matrix<float> together = network.Predict(train.Inputs);
        for (int j = 0; j < 60; j++)
        {
            Bits.Of(network.Predict(train.Inputs.Column(j).AsArray())).Should().Equal(Bits.Of(together.Column(j).AsArray()));
        }
    }

    [Fact]
    public void A_prediction_planned_before_is_not_used_after()
    {
        Dataset train = SkewedData.Of(60);
        Network used = Build(), unused = Build();
        int[] before = Bits.Of(used.Predict(train.Inputs));
        used.Standardize(train);
        unused.Standardize(train);
        Bits.Of(used.Predict(train.Inputs)).Should().Equal(Bits.Of(unused.Predict(train.Inputs))).And.NotEqual(before);

        used.Standardize(SkewedData.Of(60, seed: 7));
        Bits.Of(used.Predict(train.Inputs)).Should().NotEqual(Bits.Of(unused.Predict(train.Inputs)), "it follows the latest data");
    }

    [Fact]
    public void Predictions_leave_the_callers_input_as_it_is()
    {
        Dataset train = SkewedData.Of(60);
        Network network = Build();
        network.Standardize(train);
        int[] before = Bits.Of(train.Inputs);
        network.Predict(train.Inputs);
        network.Forward(train.Inputs).Backward(train.Targets!);
        Fit(network, train);
        Bits.Of(train.Inputs).Should().Equal(before);
    }

    private static Network Build(Normalization normalization = Normalization.None) =>
        Network.Create(3).WithNormalization(normalization).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);

    private static TrainingHistory Fit(Network network, Dataset train) => new Trainer(network, new TrainerOptions
    {
        Loss = Loss.MeanSquaredError, Optimizer = new Sgd(0.02f) { Momentum = 0.9f }, BatchSize = 16, Epochs = 20,
    }).Fit(train);

    private static double Mean(float[] values) => values.Average(value => (double)value);

    private static double Deviation(float[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - Mean(values), 2)));

    private static Matrix<float> ByRow(Matrix<float> matrix, Func<float[], double> statistic) =>
        Matrix<float>.Build.DenseOfColumnArrays([.. matrix.EnumerateRows().Select(row => (float)statistic(row.ToArray()))]);

    private static Matrix<float> Standard(Matrix<float> matrix, Matrix<float> mean, Matrix<float> deviation) =>
        Matrix<float>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (i, j) => (matrix[i, j] - mean[i, 0]) / deviation[i, 0]);
}
