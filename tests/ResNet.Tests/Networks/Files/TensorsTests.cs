using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Networks.Files;

/// <summary>A network's tensors are copies of what its file holds.</summary>
public class TensorsTests
{
    [Fact]
    public void They_are_the_numbers_of_the_file_in_its_order()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Network network = AnyNetwork.Of(seed);
            byte[] data = NetworkBytes.DataOf(NetworkBytes.Of(network));
            NetworkBytes.Floats([.. network.Tensors().Values.SelectMany(tensor => tensor.Values)]).Should().Equal(data);
        }
    }

    [Fact]
    public void Each_goes_by_its_name_and_is_as_long_as_its_sizes_say()
    {
        foreach ((string name, NamedTensor tensor) in AnyNetwork.Of(seed: 3).Tensors())
        {
            tensor.Name.Should().Be(name);
            tensor.Values.Should().HaveCount(tensor.Sizes.Aggregate((count, size) => count * size), name);
        }
    }

    [Fact]
    public void A_weight_is_there_row_by_row()
    {
        Network network = Network.Create(2).AddLayer(3, layer => layer.WithNormalization(Normalization.Batch)).AddOutput(1).Build(seed: 1);
        IReadOnlyDictionary<string, NamedTensor> tensors = network.Tensors();
        tensors.Keys.Should().Equal(
            "blocks.0.layers.0.weight", "blocks.0.layers.0.bias", "blocks.0.norms.0.gamma", "blocks.0.norms.0.beta",
            "blocks.0.norms.0.running_mean", "blocks.0.norms.0.running_variance", "output.weight", "output.bias");
        Matrix<float> weight = network.Parameters[0].Value;
        tensors["blocks.0.layers.0.weight"].Sizes.Should().Equal(3, 2);
        tensors["blocks.0.layers.0.weight"].Values.Should().Equal(
            weight[0, 0], weight[0, 1], weight[1, 0], weight[1, 1], weight[2, 0], weight[2, 1]);
        tensors["blocks.0.norms.0.running_variance"].Sizes.Should().Equal(3);
        tensors["blocks.0.norms.0.running_variance"].Values.Should().Equal(1, 1, 1);
    }

    [Fact]
    public void To_write_to_them_changes_nothing()
    {
        Network network = AnyNetwork.Of(seed: 3);
        int[] before = Bits.Of(network);
        foreach (NamedTensor tensor in network.Tensors().Values) Array.Fill(tensor.Values, 7);
        Bits.Of(network).Should().Equal(before);
        network.Tensors().Values.SelectMany(tensor => tensor.Values).Should().NotContain(7);
    }

    [Fact]
    public void They_do_not_change_as_the_network_does()
    {
        Network network = AnyNetwork.Of(seed: 3);
        IReadOnlyDictionary<string, NamedTensor> tensors = network.Tensors();
        float[] before = [.. tensors.Values.SelectMany(tensor => tensor.Values)];
        foreach (Parameter parameter in network.Parameters) parameter.Value.Clear();
        tensors.Values.SelectMany(tensor => tensor.Values).Should().Equal(before);
    }

    [Fact]
    public void What_could_not_be_saved_is_not_given()
    {
        Network network = Network.Create(2).AddLayer(3, layer => layer.WithNormalization(Normalization.Batch)).AddOutput(1).Build();
        network.FirstRunning("running_variance")[1] = -1;
        network.Invoking(network => network.Tensors()).Should().Throw<InvalidOperationException>()
            .WithMessage("'blocks.0.norms.0.running_variance' holds a negative variance.");
        network.Parameters[0].Value[2, 1] = float.NaN;
        network.Invoking(network => network.Tensors()).Should().Throw<InvalidOperationException>()
            .WithMessage("'blocks.0.layers.0.weight' holds a value that is not finite.");
    }
}
