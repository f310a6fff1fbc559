using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Networks.Files;

/// <summary>Weights that others have written, into a built network.</summary>
public class LoadWeightsTests
{
    // 0.5 × [[1, 2], [3, 4]] and biases: numbers that every type has
    private static readonly float[] weight = [0.5f, 1, 1.5f, 2];
    private static readonly float[] bias = [-0.25f, 8];

    [Theory]
    [InlineData("F32", 4)]
    [InlineData("F64", 8)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    public void Every_type_of_numbers_is_read(string type, int size)
    {
        // the bias first, as others may order them, and spaces within
        byte[] file = NetworkBytes.Of(
            $$"""
            { "output.bias": {"data_offsets": [0, {{2 * size}}], "dtype": "{{type}}", "shape": [2]},
              "output.weight": {"dtype": "{{type}}", "shape": [2, 2], "data_offsets": [{{2 * size}}, {{6 * size}}]} }
            """,
            [.. bias.Concat(weight).SelectMany(value => BytesOf(value, type))]);
        Network network = Linear();
        network.Predict(Matrix<float>.Build.Dense(2, 1)); // a plan from before is no matter
        network.LoadWeights(new MemoryStream(file));
        network.Parameters[0].Value.Should().Be(Matrix<float>.Build.DenseOfArray(new[,] { { 0.5f, 1 }, { 1.5f, 2 } }));
        network.Predict([10, 100]).Should().Equal(5 + 100 - 0.25f, 15 + 200 + 8);
    }

    [Fact]
    public void Weights_of_a_saved_network_go_into_another_with_its_running_statistics_and_nothing_else()
    {
        Network saved = Build(1), other = Build(2);
        saved.Forward(Matrix<float>.Build.Random(2, 9, 4));
        saved.Freeze(1);
        other.LoadWeights(new TricklingStream(NetworkBytes.Of(saved)));
        Bits.Of(other).Should().Equal(Bits.Of(saved));
        other.FrozenBlocks.Should().Be(0);

        static Network Build(int seed) =>
            Network.Create(2).WithNormalization(Normalization.Batch)
                .AddResidualBlocks(2, block => block.WithBranchFactor(BranchFactor.Learned)).AddOutput(2).Build(seed);
    }

    [Fact]
    public void A_file_is_read_by_its_path_and_a_message_names_it()
    {
        string path = Path.GetTempFileName();
        try
        {
            Linear(seed: 2).Save(path);
            Network network = Linear();
            network.LoadWeights(path);
            Bits.Of(network).Should().Equal(Bits.Of(Linear(seed: 2)));
            File.WriteAllBytes(path, [1, 2, 3]);
            network.Invoking(network => network.LoadWeights(path)).Should().Throw<InvalidDataException>()
                .WithMessage($"'{path}': The file is cut off *");
            FluentActions.Invoking(() => Network.Load(path)).Should().Throw<InvalidDataException>()
                .WithMessage($"'{path}': The file is cut off *");
        }
        finally
        {
            File.Delete(path);
        }

        FluentActions.Invoking(() => Network.Load(path)).Should().Throw<FileNotFoundException>();
    }

    [Theory]
    [InlineData("output.bias", "output.beta", "The network's 'output.bias' is not in the file.")]
    [InlineData("\"shape\":[2,2]", "\"shape\":[4]", "The network's 'output.weight' is [2, 2], but the file's is [4].")]
    [InlineData("\"shape\":[2,2]", "\"shape\":[4,1]", "The network's 'output.weight' is [2, 2], but the file's is [4, 1].")]
    [InlineData("F32", "I32", "'output.weight' cannot be read: the number type 'I32' is not supported, only F32, F64, F16, BF16.")]
    public void What_is_not_the_networks_is_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(NetworkBytes.Of(Linear(seed: 2)), old, replacement), message);

    [Fact]
    public void What_is_not_finite_as_a_float_is_refused_and_nothing_has_changed()
    {
        byte[] file = NetworkBytes.Of(Linear(seed: 2));
        NetworkBytes.Floats(float.NaN).CopyTo(file, file.Length - 4);
        ShouldBeRefused(file, "'output.bias' holds a value that is not finite.");
        ShouldBeRefused(
            NetworkBytes.Of(
                """
                {"output.weight":{"dtype":"F64","shape":[2,2],"data_offsets":[0,32]},
                 "output.bias":{"dtype":"F32","shape":[2],"data_offsets":[32,40]}}
                """,
                [.. BitConverter.GetBytes(1e300), .. new byte[32]]),
            "'output.weight' holds a value that is not finite.");
    }

    [Fact]
    public void A_network_in_use_is_left_alone()
    {
        Network network = Linear();
        using (network.Use.BeginFit())
        {
            network.Invoking(network => network.LoadWeights(new MemoryStream(NetworkBytes.Of(Linear())))).Should()
                .Throw<InvalidOperationException>();
        }
    }

    private static void ShouldBeRefused(byte[] file, string message)
    {
        Network network = Linear();
        int[] before = Bits.Of(network);
        network.Invoking(network => network.LoadWeights(new MemoryStream(file))).Should().Throw<InvalidDataException>()
            .WithMessage(message);
        Bits.Of(network).Should().Equal(before);
    }

    private static Network Linear(int seed = 1) => Network.Create(2).AddOutput(2).Build(seed);

    private static byte[] BytesOf(float value, string type) => type switch
    {
        "F64" => BitConverter.GetBytes((double)value),
        "F16" => BitConverter.GetBytes((Half)value),
        "BF16" => BitConverter.GetBytes(value)[2..],
        _ => BitConverter.GetBytes(value),
    };
}
