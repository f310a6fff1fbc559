using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks;

/// <summary>Prediction is pure, and refused while the network is being fitted.</summary>
public class PredictionTests
{
    [Fact]
    public void Any_number_of_threads_predict_the_same_bits_at_once()
    {
        Network network = Build(width: 96);
        Matrix<float> input = NormalBatch.Of(3, 300);
        int[] alone = Bits.Of(network.Predict(input));

        int[][] together = new int[8][];
        Thread[] threads = [.. together.Select((_, i) => new Thread(() => together[i] = Bits.Of(network.Predict(input))))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        together.Should().OnlyContain(bits => bits.SequenceEqual(alone));
    }

    [Fact]
    public void Predict_leaves_the_network_and_its_input_as_they_were()
    {
        Network network = Build();
        Matrix<float> input = NormalBatch.Of(3, 20);
        int[] before = [.. Bits.Of(network), .. Bits.Of(input)];
        network.Predict(input);
        ((int[])[.. Bits.Of(network), .. Bits.Of(input)]).Should().Equal(before);
    }

    [Fact]
    public void Forward_updates_running_statistics_and_no_parameter()
    {
        Network network = Build();
        int[] parameters = [.. network.Parameters.SelectMany(parameter => Bits.Of(parameter.Values))];
        network.Forward(NormalBatch.Of(3, 20));
        network.Parameters.SelectMany(parameter => Bits.Of(parameter.Values)).Should().Equal(parameters);
        network.FirstRunning("running_mean").Should().OnlyContain(value => value != 0);
    }

    [Fact]
    public void A_network_that_is_being_fitted_refuses_to_be_used()
    {
        Network network = Build();
        Matrix<float> input = NormalBatch.Of(3, 4), output = Matrix<float>.Build.Dense(2, 4);
        ForwardPass pass = network.Forward(input);
        var trainer = new Trainer(network, new TrainerOptions { Epochs = 1 });
        int reports = 0;
        trainer.Fit(HalvesData.Of(20), progress: new Reports<TrainingProgress>(_ =>
        {
            reports++;
            Action[] uses =
            [
                () => network.Predict(input),
                () => network.Predict(input, output),
                () => network.Forward(input),
                () => pass.Backward(NormalBatch.Of(2, 4)),
                () => trainer.Evaluate(HalvesData.Of(5)),
                () => trainer.Fit(HalvesData.Of(5)),
                () => new Trainer(network).Fit(HalvesData.Of(5)),
            ];
            foreach (Action use in uses) use.Should().Throw<InvalidOperationException>();
            foreach (Action use in uses[..2])
            {
                use.Should().Throw<InvalidOperationException>().WithMessage("The network is being fitted; wait until Fit returns.");
            }

            uses[5].Should().Throw<InvalidOperationException>()
                .WithMessage("The network is in use: another Fit or Predict is running on it.");
        }));
        reports.Should().Be(1);
    }

    [Fact]
    public void A_network_can_be_used_again_after_a_fit_that_failed()
    {
        Network network = Build();
        var trainer = new Trainer(network, new TrainerOptions { Epochs = 1 });
        var failing = new Reports<TrainingProgress>(_ => throw new TimeoutException());
        trainer.Invoking(t => t.Fit(HalvesData.Of(20), progress: failing)).Should().Throw<TimeoutException>();

        network.Predict(NormalBatch.Of(3, 4)).ColumnCount.Should().Be(4);
        trainer.Fit(HalvesData.Of(20)).Epochs.Should().HaveCount(1);
    }

    [Fact]
    public void A_layer_and_a_block_by_themselves_predict_what_they_do_in_training()
    {
        Matrix<float> input = NormalBatch.Of(5, 11);
        Module[] modules =
        [
            Layer.Create(5, 4).WithActivation(Activation.Gelu).Build(), PlainBlock.Create(5, 4).WithLayers(3).Build(),
            ResidualBlock.Create(5, 4).WithZeroBranch(false).Build(),
        ];
        foreach (Module module in modules)
        {
            ForwardPass pass = module.Forward(input);
            Bits.Of(pass.Output).Should().Equal(Bits.Of(module.Predict(input)));
            pass.Backward(pass.Output).RowCount.Should().Be(5);
        }
    }

    private static Network Build(int width = 7) => Network.Create(3)
        .WithNormalization(Normalization.Batch).AddLayer(width).AddResidualBlocks(3, block => block.WithZeroBranch(false))
        .AddOutput(2).Build(seed: 5);
}
