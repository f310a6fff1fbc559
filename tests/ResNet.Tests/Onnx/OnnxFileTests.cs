using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using ResNet.Onnx;
using ResNet.Tests.Networks;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Onnx;

/// <summary>What stands in an exported file.</summary>
public sealed class OnnxFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "network.onnx");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Versions_and_operators_are_those_of_the_standard()
    {
        string[] operators =
        [
            "Add", "BatchNormalization", "Cast", "Clip", "Concat", "Div", "Equal", "Erf", "Floor", "Gather", "Gemm", "LayerNormalization",
            "LeakyRelu",
            "Mul", "Pad", "ReduceMean", "Relu", "Sigmoid", "Slice", "Sub", "Tanh", "Where",
        ];
        ModelProto[] models = [.. Enumerable.Range(0, 200).Select(seed => Parse(AnyNetwork.Of(seed)))];
        models.Should().OnlyContain(model => model.IrVersion == 8);
        models.Select(model => model.OpsetImport.Single()).Should().OnlyContain(opset => opset.Domain == "" && opset.Version == 17);
        models.SelectMany(model => model.Graph.Node).Select(node => node.OpType).Distinct().Order(StringComparer.Ordinal).Should()
            .Equal(operators);
    }

    [Fact]
    public void Every_name_is_given_once_before_it_is_used_and_nothing_is_there_in_vain()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            GraphProto graph = Parse(AnyNetwork.Of(seed)).Graph;
            List<string> given = [.. graph.Input.Select(input => input.Name), .. graph.Initializer.Select(tensor => tensor.Name)];
            foreach (NodeProto node in graph.Node)
            {
                node.Input.Should().BeSubsetOf(given);
                given.AddRange(node.Output);
            }

            given.Should().OnlyHaveUniqueItems();
            graph.Node.Select(node => node.Name).Should().OnlyHaveUniqueItems();
            given.Except(graph.Node.SelectMany(node => node.Input)).Should().Equal(graph.Output.Single().Name);
        }
    }

    [Fact]
    public void Blocks_go_by_their_names_and_weights_lie_as_in_saved_files()
    {
        Network network = Network.Create(2).AddLayer(3)
            .AddResidualBlock(4, block => block.WithNormalization(Normalization.Batch)).AddOutput(2).Build(seed: 1);
        GraphProto graph = Parse(network).Graph;
        graph.Node.Select(node => $"{node.Name} {node.OpType}").Should().Equal(
            "blocks.0.layers.0 Gemm", "blocks.0.layers.0.activation Relu",
            "blocks.1.layers.0 Gemm", "blocks.1.norms.0.centered Sub", "blocks.1.norms.0 BatchNormalization",
            "blocks.1.layers.0.activation Relu",
            "blocks.1.layers.1 Gemm", "blocks.1.norms.1.centered Sub", "blocks.1.norms.1 BatchNormalization",
            "blocks.1.shortcut Gemm", "blocks.1.shortcut.norm.centered Sub", "blocks.1.shortcut.norm BatchNormalization",
            "blocks.1.addition Add", "blocks.1.activation Relu", "output Gemm");
        graph.Initializer.Select(tensor => tensor.Name).Should().Contain(network.State().Select(array => array.Name));

        TensorProto weight = graph.Initializer.Single(tensor => tensor.Name == "blocks.0.layers.0.weight");
        weight.Dims.Should().Equal(3, 2);
        weight.RawData.ToByteArray().Should().Equal(NetworkBytes.Floats(network.Parameters[0].Value.ToRowMajorArray()));
        graph.Initializer.Single(tensor => tensor.Name == "blocks.0.layers.0.bias").Dims.Should().Equal(3);
    }

    [Fact]
    public void A_batch_may_have_any_number_of_samples()
    {
        Network network = Network.Create(5).AddLayer(4).AddOutput(3).Build(seed: 1);
        using var run = new OnnxRun(OnnxRun.FileOf(network));
        ShouldBe("inputs", 5, run.Session.InputMetadata);
        ShouldBe("outputs", 3, run.Session.OutputMetadata);
        foreach (int samples in new[] { 1, 2, 37, 1000 })
        {
            run.Predict(Matrix<float>.Build.Random(5, samples, samples)).ColumnCount.Should().Be(samples);
        }

        static void ShouldBe(string name, int width, IReadOnlyDictionary<string, NodeMetadata> metadata)
        {
            metadata.Keys.Should().Equal(name);
            metadata[name].SymbolicDimensions.Should().Equal("samples", "");
            metadata[name].Dimensions.Should().Equal(-1, width);
            metadata[name].ElementType.Should().Be<float>();
        }
    }

    [Fact]
    public void It_says_what_it_is_and_what_the_classes_are_called()
    {
        Network network = Network.Create(2).AddLayer(3).AddOutput(["Käfer", "\"b\"", "猫"]).Build(seed: 1);
        using (var run = new OnnxRun(OnnxRun.FileOf(network)))
        {
            ModelMetadata metadata = run.Session.ModelMetadata;
            metadata.ProducerName.Should().Be("ResNet");
            metadata.Description.Should().Be(network.ToString());
            metadata.CustomMetadataMap["class_names"].Should().Contain("猫");
            JsonSerializer.Deserialize<string[]>(metadata.CustomMetadataMap["class_names"]).Should().Equal(network.ClassNames);
        }

        Parse(network).ProducerVersion.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        Parse(network.WithOutput(2)).MetadataProps.Should().BeEmpty();
    }

    [Fact]
    public void With_softmax_it_gives_probabilities()
    {
        var options = new OnnxOptions { AppendSoftmax = true };
        Network network = Network.Create(2).AddLayer(3).AddOutput(2).Build(seed: 1);
        Parse(network).Graph.Node[^1].OpType.Should().Be("Gemm");
        Parse(network, options).Graph.Node[^1].OpType.Should().Be("Softmax");
        Parse(network.WithOutput(1), options).Graph.Node[^1].OpType.Should().Be("Sigmoid");
        Parse(network, options).Graph.Output.Single().Name.Should().Be("probabilities");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    [InlineData(1e30f)]
    [InlineData(float.NaN)]
    public void What_is_no_code_is_refused_there_too(float code)
    {
        Network network = Network.Create(2).AddEmbeddings(new Embedding(1, 3, 2)).AddLayer(4).AddOutput(1).Build(seed: 1);
        using var run = new OnnxRun(OnnxRun.FileOf(network));
        run.Predict(Matrix<float>.Build.DenseOfArray(new float[,] { { 0.5f }, { 2 } })).Should().NotBeNull();
        run.Invoking(run => run.Predict(Matrix<float>.Build.DenseOfArray(new[,] { { 0.5f }, { code } }))).Should()
            .Throw<OnnxRuntimeException>()
            .WithMessage("*embeddings.0*out of data bounds*");
    }

    [Fact]
    public void What_would_not_be_saved_is_not_exported_and_the_old_file_stays()
    {
        Network network = Network.Create(2).AddLayer(3, layer => layer.WithNormalization(Normalization.Batch)).AddOutput(1).Build();
        network.ExportOnnx(Path);
        byte[] old = File.ReadAllBytes(Path);
        old.Should().Equal(OnnxRun.FileOf(network));

        network.FirstRunning("running_variance")[1] = -1;
        Refused(network, "'blocks.0.norms.0.running_variance' holds a negative variance.");
        network.Parameters[0].Value[2, 1] = float.PositiveInfinity;
        Refused(network, "'blocks.0.layers.0.weight' holds a value that is not finite.");
        Refused(Network.Create(2).AddOutput(["\ud800", "b"]).Build(), "A class has a name that is not valid Unicode text: *");
        using (network.Use.BeginFit()) Refused(network, "The network is being fitted*");
        File.ReadAllBytes(Path).Should().Equal(old);
        Directory.GetFiles(folder).Should().Equal(Path);
    }

    [Fact]
    public void A_network_that_no_file_can_hold_is_refused()
    {
        FluentActions.Invoking(() => OnnxModel.CheckSize(500_000_000)).Should().Throw<InvalidOperationException>()
            .WithMessage("The network has 500000000 values, but an ONNX file, of at most 2 GB, has room for 483183819.");
        OnnxModel.CheckSize(480_000_000);
    }

    [Fact]
    public void Nothing_is_refused()
    {
        Network network = Network.Create(2).AddOutput(1).Build();
        FluentActions.Invoking(() => OnnxExport.ExportOnnx(null!, Path)).Should().Throw<ArgumentNullException>()
            .WithParameterName("network");
        FluentActions.Invoking(() => OnnxExport.ExportOnnx(null!, Stream.Null)).Should().Throw<ArgumentNullException>()
            .WithParameterName("network");
        network.Invoking(network => network.ExportOnnx("")).Should().Throw<ArgumentException>().WithParameterName("path");
        network.Invoking(network => network.ExportOnnx((Stream)null!)).Should().Throw<ArgumentNullException>().WithParameterName("stream");
        network.Invoking(network => network.ExportOnnx(Path, null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");
        network.Invoking(network => network.ExportOnnx(Stream.Null, null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("options");
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    private void Refused(Network network, string message)
    {
        network.Invoking(network => network.ExportOnnx(Path)).Should().Throw<InvalidOperationException>().WithMessage(message);
        using var stream = new MemoryStream();
        network.Invoking(network => network.ExportOnnx(stream)).Should().Throw<InvalidOperationException>().WithMessage(message);
        stream.Length.Should().Be(0);
    }

    private static ModelProto Parse(Network network, OnnxOptions? options = null) =>
        ModelProto.Parser.ParseFrom(OnnxRun.FileOf(network, options));
}
