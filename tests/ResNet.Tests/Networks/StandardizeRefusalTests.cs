using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks;

/// <summary>What a network does not scale, and when it does not let itself be changed.</summary>
public class StandardizeRefusalTests
{
    [Fact]
    public void Classes_stay_as_they_are()
    {
        Dataset classes = HalvesData.Of(40);
        Dataset several = Dataset.ForMultiLabel(classes.Inputs, [.. classes.Labels!.Select(label => new[] { label })], classes: 2);
        foreach (Dataset train in new[] { classes, several, several.Select([1, 2, 3]),
            several.WithWeights([.. Enumerable.Repeat(2f, 40)]) })
        {
            Network network = Build();
            network.Standardize(train);
            network.InputStandardization!.Means.Should().Equal(Standardization.Of(train.Inputs).Means);
            network.TargetStandardization.Should().BeNull();
        }

        Network learns = Build();
        learns.Standardize(several);
        var trainer = new Trainer(learns, new TrainerOptions
        {
            Loss = Loss.BinaryCrossEntropy, Optimizer = new Adam(0.01f), BatchSize = 8, Epochs = 50,
        });
        trainer.Fit(several);
        trainer.Evaluate(several).ErrorRate.Should().BeLessThan(0.1);
    }

    [Fact]
    public void A_network_that_scales_targets_refuses_classes_and_yes_or_no_targets()
    {
        Network network = Build();
        network.Standardize(SkewedData.Of(60));
        Dataset yesOrNo = Dataset.ForRegression(NormalBatch.Of(3, 5), Matrix<float>.Build.Dense(2, 5, 1));
        Action[] uses =
        [
            () => new Trainer(network, new TrainerOptions { Loss = Loss.BinaryCrossEntropy }).Fit(yesOrNo),
            () => new Trainer(network).Fit(HalvesData.Of(5)),
            () => new Trainer(network).Evaluate(HalvesData.Of(5)),
        ];
        foreach (Action use in uses)
        {
            use.Should().Throw<ArgumentException>()
                .WithMessage("The network standardizes regression targets; class labels and binary targets must not be standardized.*");
        }
    }

    [Fact]
    public void Data_of_another_shape_is_refused()
    {
        Network network = Build();
        (Dataset Data, string Message)[] wrong =
        [
            (Dataset.ForRegression(NormalBatch.Of(4, 5), NormalBatch.Of(2, 5)), "a sample of the data has 4 features and 2 targets."),
            (Dataset.ForRegression(NormalBatch.Of(3, 5), NormalBatch.Of(1, 5)), "a sample of the data has 3 features and 1 targets."),
            (Dataset.ForClassification(NormalBatch.Of(4, 2), [0, 1], 2), "a sample of the data has 4 features."),
        ];
        foreach ((Dataset data, string message) in wrong)
        {
            network.Invoking(n => n.Standardize(data)).Should().Throw<ArgumentException>().WithParameterName("training")
                .WithMessage($"The network maps 3 features to 2 outputs, but {message}*");
        }

        network.Invoking(n => n.Standardize(null!)).Should().Throw<ArgumentNullException>().WithParameterName("training");
        (network.InputStandardization, network.TargetStandardization).Should().Be((null, null));
    }

    [Fact]
    public void A_network_that_is_being_fitted_cannot_be_changed()
    {
        Network network = Build();
        Action[] changes =
        [
            () => network.Standardize(SkewedData.Of(60)), () => network.Freeze(1), () => network.Clone(), () => network.WithOutput(3),
            () => network.Predict([1f, 2, 3]), () => network.PredictClasses(NormalBatch.Of(3, 1)),
            () => network.PredictProbabilities(NormalBatch.Of(3, 1)),
        ];
        int reports = 0;
        new Trainer(network, new TrainerOptions { Epochs = 1 }).Fit(HalvesData.Of(20), progress: new Reports<TrainingProgress>(_ =>
        {
            reports++;
            foreach (Action change in changes) change.Should().Throw<InvalidOperationException>();
        }));
        reports.Should().Be(1);
        foreach (Action change in changes) change.Should().NotThrow();
    }

    private static Network Build() => Network.Create(3).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);
}
