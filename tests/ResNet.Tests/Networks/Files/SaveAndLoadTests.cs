using System.Text.Json;
using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Blocks;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks.Files;

/// <summary>What is saved is loaded as it was.</summary>
public sealed class SaveAndLoadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "network.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Property(Arbitrary = [typeof(RandomCases)], MaxTest = 100)]
    public void A_random_network_predicts_the_same_bits(RandomCase drawn)
    {
        Network network = drawn.Network();
        network.Forward(drawn.Input); // running statistics other than 0 and 1
        ShouldBeTheSame(NetworkBytes.Load(NetworkBytes.Of(network)), network, drawn.Input);
    }

    [Fact]
    public void Networks_of_all_options_are_the_same_in_all_they_do()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Network network = AnyNetwork.Of(seed);
            byte[] file = NetworkBytes.Of(network);
            ShouldHoldTheState(file, network);
            Network loaded = NetworkBytes.Load(file);
            NetworkBytes.Of(loaded).Should().Equal(file);
            ShouldBeTheSame(loaded, network, AnyNetwork.InputOf(network, seed));
        }
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_trained_network_trains_on_to_the_same_bits(BlockOrder order, Normalization normalization)
    {
        Dataset data = HalvesData.Of(40);
        Network network = Network.Create(3).WithOrder(order).WithNormalization(normalization).AddLayer(8).AddResidualBlocks(2)
            .AddOutput(["low", "high"]).Build(seed: 5);
        network.Standardize(data);
        Fit(network);
        network.Save(File);

        Network loaded = Network.Load(File);
        loaded.ClassNames.Should().Equal("low", "high");
        ShouldBeTheSame(loaded, network, data.Inputs);
        Fit(network);
        Fit(loaded);
        Bits.Of(loaded).Should().Equal(Bits.Of(network));

        void Fit(Network network) => new Trainer(network, new TrainerOptions { Epochs = 2, BatchSize = 8 }).Fit(data);
    }

    [Fact]
    public void The_file_is_as_the_format_wants_it()
    {
        Network network = Network.Create(2).AddLayer(3, layer => layer.WithNormalization(Normalization.Batch)).AddOutput(1).Build(seed: 1);
        byte[] file = NetworkBytes.Of(network);

        (NetworkBytes.HeaderOf(file).Length % 8).Should().Be(0, "the numbers behind it are aligned");
        JsonElement header = JsonDocument.Parse(NetworkBytes.HeaderOf(file)).RootElement;
        header.EnumerateObject().Select(property => property.Name).Should().Equal(
            "__metadata__", "blocks.0.layers.0.weight", "blocks.0.layers.0.bias", "blocks.0.norms.0.gamma", "blocks.0.norms.0.beta",
            "blocks.0.norms.0.running_mean", "blocks.0.norms.0.running_variance", "output.weight", "output.bias");
        header.GetProperty("blocks.0.layers.0.weight").GetRawText().Should().Be("""{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]}""");
        header.GetProperty("blocks.0.layers.0.bias").GetRawText().Should().Be("""{"dtype":"F32","shape":[3],"data_offsets":[24,36]}""");
        JsonElement texts = header.GetProperty("__metadata__");
        texts.EnumerateObject().Should().OnlyContain(property => property.Value.ValueKind == JsonValueKind.String);
        texts.GetProperty("format_version").GetString().Should().Be("1");
        texts.GetProperty("library_version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+$");

        Matrix<float> weight = network.Parameters[0].Value;
        NetworkBytes.DataOf(file)[..24].Should().Equal(
            NetworkBytes.Floats(weight[0, 0], weight[0, 1], weight[1, 0], weight[1, 1], weight[2, 0], weight[2, 1]), "row by row");
        NetworkBytes.DataOf(file).Should().HaveCount(4 * (6 + 5 * 3 + 3 + 1));
    }

    [Fact]
    public void A_stream_that_cannot_seek_and_gives_a_byte_at_a_time_is_read_too()
    {
        Network network = AnyNetwork.Of(seed: 3);
        using var stream = new TricklingStream(NetworkBytes.Of(network));
        NetworkBytes.Of(Network.Load(stream)).Should().Equal(NetworkBytes.Of(network));
    }

    [Fact]
    public void A_wide_network_is_the_same_too()
    {
        Network network = Network.Create(700).AddLayer(90).AddOutput(2).Build(seed: 1); // more than a chunk, and no multiple of one
        ShouldBeTheSame(NetworkBytes.Load(NetworkBytes.Of(network)), network, NormalBatch.Of(700, 3));
    }

    [Fact]
    public void A_save_that_is_interrupted_leaves_the_old_file_whole()
    {
        Network network = AnyNetwork.Of(seed: 3);
        network.Save(File);
        byte[] old = System.IO.File.ReadAllBytes(File);

        FluentActions.Invoking(() => AtomicFile.Write(File, stream =>
        {
            stream.Write(old.AsSpan(0, old.Length / 2));
            throw new IOException("pulled the plug");
        })).Should().Throw<IOException>().WithMessage("pulled the plug");
        System.IO.File.ReadAllBytes(File).Should().Equal(old);
        Directory.GetFiles(folder).Should().Equal(File);

        Network other = AnyNetwork.Of(seed: 4);
        other.Save(File);
        System.IO.File.ReadAllBytes(File).Should().Equal(NetworkBytes.Of(other));
        Directory.GetFiles(folder).Should().Equal(File);
    }

    [Fact]
    public void What_could_not_be_loaded_is_not_saved()
    {
        Network network = Network.Create(2).AddLayer(3, layer => layer.WithNormalization(Normalization.Batch)).AddOutput(1).Build();
        network.Save(File);
        byte[] old = System.IO.File.ReadAllBytes(File);
        network.FirstRunning("running_variance")[1] = -1;
        network.Invoking(network => network.Save(File)).Should().Throw<InvalidOperationException>()
            .WithMessage("'blocks.0.norms.0.running_variance' holds a negative variance.");
        network.Parameters[0].Value[2, 1] = float.NaN;
        network.Invoking(network => network.Save(File)).Should().Throw<InvalidOperationException>()
            .WithMessage("'blocks.0.layers.0.weight' holds a value that is not finite.");
        System.IO.File.ReadAllBytes(File).Should().Equal(old);
    }

    [Fact]
    public void Names_that_are_no_text_are_not_saved() =>
        Network.Create(2).AddOutput(["\ud800", "b"]).Build().Invoking(network => network.Save(Stream.Null)).Should()
            .Throw<InvalidOperationException>()
            .WithMessage("A class has a name that is not valid Unicode text: *");

    [Fact]
    public void A_network_that_is_being_fitted_is_not_saved()
    {
        Network network = AnyNetwork.Of(seed: 3);
        using (network.Use.BeginFit()) network.Invoking(network => network.Save(Stream.Null)).Should().Throw<InvalidOperationException>();
        network.Save(Stream.Null);
    }

    private static void ShouldBeTheSame(Network loaded, Network network, Matrix<float> input)
    {
        Bits.Of(loaded).Should().Equal(Bits.Of(network));
        Bits.Of(loaded.Predict(input)).Should().Equal(Bits.Of(network.Predict(input)));
        Bits.Of(loaded.Forward(input, seed: 4).Output).Should()
            .Equal(Bits.Of(network.Forward(input, seed: 4).Output), "it drops out alike");
        loaded.ToString().Should().Be(network.ToString());
        loaded.Parameters.Select(parameter => parameter.IsFrozen).Should()
            .Equal(network.Parameters.Select(parameter => parameter.IsFrozen));
        loaded.ClassNames.Should().BeEquivalentTo(network.ClassNames, options => options.WithStrictOrdering());
        loaded.InputStandardization.Should().BeEquivalentTo(network.InputStandardization);
        loaded.TargetStandardization.Should().BeEquivalentTo(network.TargetStandardization);
    }

    /// <summary>What is looked for in files is what a built network has.</summary>
    private static void ShouldHoldTheState(byte[] file, Network network) =>
        JsonDocument.Parse(NetworkBytes.HeaderOf(file)).RootElement.EnumerateObject().Skip(1)
            .ToDictionary(
                tensor => tensor.Name,
                tensor => tensor.Value.GetProperty("shape").EnumerateArray().Aggregate(1, (count, size) => count * size.GetInt32()))
            .Should().BeEquivalentTo(network.State().ToDictionary(array => array.Name, array => array.Values.Length));
}
