using MathNet.Numerics.LinearAlgebra;
using ResNet.Onnx;
using ResNet.Tests.Training;

namespace ResNet.Tests.Layers;

/// <summary>While a network is being fitted nobody else uses it, its blocks or their layers.</summary>
public class UseTests
{
    private static readonly Dictionary<string, Action<Network>> reads = new()
    {
        ["Predict"] = network => network.Predict(new float[3]),
        ["PredictClasses"] = network => network.PredictClasses(NormalBatch.Of(3, 5)),
        ["PredictProbabilities"] = network => network.PredictProbabilities(NormalBatch.Of(3, 5)),
        ["Tensors"] = network => network.Tensors(),
        ["Save"] = network => network.Save(new MemoryStream()),
        ["Save with texts"] = network => network.Save(new MemoryStream(), new Dictionary<string, string> { ["note"] = "none" }),
        ["Save to a file"] = network => ToFile(network.Save),
        ["ExportOnnx"] = network => network.ExportOnnx(new MemoryStream()),
        ["ExportOnnx to a file"] = network => ToFile(network.ExportOnnx),
        ["Clone"] = network => network.Clone(),
        ["WithOutput"] = network => network.WithOutput(3),
    };

    public static TheoryData<string> Reads => [.. reads.Keys];

    [Theory]
    [InlineData(BlockOrder.PostActivation)]
    [InlineData(BlockOrder.PreActivation)]
    [InlineData(BlockOrder.PreNorm)]
    public void While_a_network_is_fitted_it_its_blocks_and_their_layers_refuse_to_run(BlockOrder order)
    {
        Network network = Build(order);
        Module[] modules = [network, .. network.Blocks, .. network.Blocks.SelectMany(block => block.Layers)];
        modules.Should().HaveCount(1 + 3 + 5);
        (Module Module, ForwardPass Pass)[] passes = [.. modules.Select(module => (module, module.Forward(InputOf(module))))];
        WhileFitting(network, () =>
        {
            foreach ((Module module, ForwardPass pass) in passes)
            {
                ShouldBeRefused(() => module.Predict(InputOf(module)));
                ShouldBeRefused(() => module.Predict(InputOf(module), Matrix<float>.Build.Dense(module.Outputs, 5)));
                ShouldBeRefused(() => module.Forward(InputOf(module)));
                ShouldBeRefused(() => pass.Backward(pass.Output));
            }
        });
        foreach ((Module module, ForwardPass pass) in passes)
        {
            module.Predict(InputOf(module)).RowCount.Should().Be(module.Outputs);
            module.Predict(InputOf(module), Matrix<float>.Build.Dense(module.Outputs, 5));
            module.Forward(InputOf(module)).Backward(pass.Output).RowCount.Should().Be(module.Inputs);
            pass.Backward(pass.Output).RowCount.Should().Be(module.Inputs, "what was refused is not spent");
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void While_a_network_is_fitted_it_is_not_read(string name)
    {
        Network network = Build(BlockOrder.PostActivation);
        reads[name](network);
        WhileFitting(network, () => ShouldBeRefused(() => reads[name](network)));
        reads[name](network);
    }

    [Fact]
    public void Parts_and_parameters_can_be_looked_at_all_the_same()
    {
        Network network = Build(BlockOrder.PostActivation);
        WhileFitting(network, () =>
        {
            network.Parts.Should().HaveCount(4);
            network.Parameters.Should().HaveCount(12);
            network.ToString().Should().EndWith("parameters");
        });
    }

    private static Network Build(BlockOrder order) => Network.Create(3).WithOrder(order).AddLayer(4)
        .AddResidualBlock(4).AddResidualBlock(6, block => block.WithShortcut(Shortcut.ZeroPadding)).AddOutput(2).Build(seed: 5);

    private static Matrix<float> InputOf(Module module) => NormalBatch.Of(module.Inputs, 5);

    /// <summary>Does something from within the report of a fit's first batch.</summary>
    private static void WhileFitting(Network network, Action action)
    {
        int times = 0;
        var progress = new Reports<TrainingProgress>(_ =>
        {
            if (times++ == 0) action();
        });
        new Trainer(network, new TrainerOptions { Epochs = 2, BatchSize = 20 }).Fit(HalvesData.Of(40), progress: progress);
        times.Should().BeGreaterThan(1, "the fit went on");
    }

    private static void ToFile(Action<string> write)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            write(Path.Combine(folder, "network"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ShouldBeRefused(Action action) =>
        action.Should().Throw<InvalidOperationException>().WithMessage("The network is being fitted*");
}
