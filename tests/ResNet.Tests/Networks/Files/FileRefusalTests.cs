namespace ResNet.Tests.Networks.Files;

/// <summary>Files that are no networks, and what is said of them.</summary>
public class FileRefusalTests
{
    private const string Bias = "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[2],";

    private static readonly byte[] sound = NetworkBytes.Of(Sound());

    [Theory]
    [InlineData("format_version\":\"1\"", "format_version\":\"2\"",
        "The file has version '2' of the format, but this library reads version 1.")]
    [InlineData("format_version", "format", "The file does not describe a network; *")]
    [InlineData("\"network\"", "\"networks\"", "The file does not describe a network; *")]
    [InlineData("\"library_version\":\"", "\"format_version\":\"", "The header has 'format_version' twice.")]
    [InlineData("\"library_version\":\"", "\"library_version\":1,\"x\":\"",
        "The header has Number where String should be, in '__metadata__.library_version'.")]
    [InlineData("\"output.bias\"", "\"output.weight\"", "The header has 'output.weight' twice.")]
    [InlineData("\"output.bias\"", "\"output.wei\\u0067ht\"", "The header has 'output.weight' twice.")]
    [InlineData("\"output.bias\"", "\"output.\\ud800\"", "The header is not valid JSON: *")]
    [InlineData("{\"__metadata__\"", "[\"__metadata__\"", "The header *")]
    [InlineData("\"__metadata__\"", "\"a\":1,\"__metadata__\"", "The header has Number where StartObject should be, in 'a'.")]
    [InlineData(Bias, "\"output.bias\":{\"shape\":[2],", "The header of 'output.bias' lacks *")]
    [InlineData(Bias, Bias + "\"dtype\":\"F32\",", "The header has 'dtype' twice, in 'output.bias'.")]
    [InlineData(Bias, Bias + "\"x\":1,", "The header has an unknown entry, 'output.bias.x'.")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"U4\",\"shape\":[2],",
        "'output.bias' cannot be read: the number type 'U4' is not supported, only F32, F64, F16, BF16.")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[3],",
        "'output.bias' is [3] of F32, 12 bytes, but its bytes are from *")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[-2],", "The header's 'output.bias.shape' is not a list of sizes.")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[2.5],", "The header's 'output.bias.shape' is not a list of sizes.")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,2],",
        "'output.bias' would be [4294967296, 4294967296, 2], more values than an array can hold.")]
    [InlineData(Bias, "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807],", "'output.bias' would be *")]
    [InlineData("[696,704]", "[700,708]", "'output.bias' begins at 700, but the tensor before it ends at 696.")]
    [InlineData("[696,704]", "[688,696]", "'output.bias' begins at 688, but the tensor before it ends at *")]
    [InlineData("[696,704]", "[704,696]", "'output.bias' is [2] of F32, 8 bytes, but its bytes are from 704 to 696.")]
    [InlineData("[696,704]", "[696,704,712]", "The header of 'output.bias' lacks *")]
    public void A_wrong_header_is_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(sound, old, replacement), message);

    [Theory]
    [InlineData("\"inputs\":3", "\"inputs\":0", "The network cannot be built: A width must be at least 1.*")]
    [InlineData("\"inputs\":3", "\"inputs\":4", "The standardization of inputs is not as it should be: There are 3 means for 4 features.")]
    [InlineData("\"width\":2}", "\"width\":3}", "The network's 'embeddings.0.weight' is [3, 3], but the file's is [2, 3].")]
    [InlineData("\"inputs\":3", "\"inputs\":3,\"inputs\":3", "The description of the network is not as it should be: *")]
    [InlineData("\"inputs\":3,", "", "The description of the network is not as it should be: *")]
    [InlineData("\"inputs\":3", "\"inputs\":\"3\"", "The description of the network is not as it should be: *")]
    [InlineData("\"inputs\":3", "\"inputs\":3,\"more\":3", "The description of the network is not as it should be: *more*")]
    [InlineData("\"feature\":1", "\"feature\":3", "The network cannot be built: Embeddings need different features between 0 and 2*")]
    [InlineData("\"width\":2}", "\"width\":2147483647}", "The network cannot be built: *overflow*")]
    [InlineData("\"categories\":3", "\"categories\":2000000000",
        "The network's 'embeddings.0.weight' is [2, 2000000000], but the file's is [2, 3].")]
    [InlineData("\"layers\":2", "\"layers\":0", "The network cannot be built, blocks.1: *")]
    [InlineData("\"layers\":2", "\"layers\":2000000000", "The network's 'blocks.1.layers.1.weight' is [8, 8], but the file's is [4, 8].")]
    [InlineData("\"layers\":2", "\"layers\":2000000000000", "The description of the network is not as it should be: *")]
    [InlineData("\"Gelu\"", "\"Gelu2\"", "The network cannot be built, blocks.1: There is no Activation 'Gelu2'.")]
    [InlineData("\"Gelu\"", "\"3\"", "The network cannot be built, blocks.1: There is no Activation '3'.")]
    [InlineData("\"Gelu\"", "\"Relu, Gelu\"", "The network cannot be built, blocks.1: There is no Activation 'Relu, Gelu'.")]
    [InlineData("\"Batch\"", "\"batch\"", "The network cannot be built, blocks.1: There is no Normalization 'batch'.")]
    [InlineData("\"PreActivation\"", "\"Pre\"", "The network cannot be built, blocks.1: There is no BlockOrder 'Pre'.")]
    [InlineData("\"Identity\"", "\"None\"", "The network cannot be built, blocks.1: There is no Shortcut 'None'.")]
    [InlineData("\"Orthogonal\"", "\"None\"", "The network cannot be built, blocks.1: There is no Initialization 'None'.")]
    [InlineData("\"dropout\":0.25", "\"dropout\":1",
        "The network cannot be built, blocks.1: A dropout rate must be at least 0 and below 1.*")]
    [InlineData("\"dropout\":0.25", "\"dropout\":1e999",
        "The network cannot be built, blocks.1: A dropout rate must be at least 0 and below 1.*")]
    [InlineData("\"hidden_width\":8", "\"hidden_width\":0", "The network cannot be built, blocks.1: A width must be at least 1.*")]
    [InlineData("\"hidden_width\":8", "\"hidden_width\":2147483647",
        "The network's 'blocks.1.layers.0.weight' is [2147483647, 4], but the file's is [8, 4].")]
    [InlineData("\"survival\":0.5", "\"survival\":0",
        "The network cannot be built, blocks.1: A survival probability must be above 0 and at most 1.*")]
    [InlineData("\"branch_factor\":0.75", "\"branch_factor\":1e39",
        "The network cannot be built, blocks.1: A branch factor must be finite.*")]
    [InlineData("\"zero_branch\":true", "\"zero_branch\":true,\"learned_factor\":true", "*")]
    [InlineData("\"learned_factor\":false", "\"learned_factor\":true",
        "The network cannot be built, blocks.1: blocks.1: a learned branch factor*")]
    [InlineData("\"outputs\":2", "\"outputs\":3", "The network cannot be built: There are 2 classes, but 3 outputs.")]
    [InlineData("\"class_names\":[\"a\",\"b\"]", "\"class_names\":[\"a\",\"a\"]",
        "The network cannot be built: Expected two or more names of classes, all different.*")]
    [InlineData("\"class_names\":[\"a\",\"b\"]", "\"class_names\":[\"a\",null]",
        "The network cannot be built: One of the class_names is null.")]
    [InlineData("\"blocks\":[", "\"blocks\":[null,", "The network cannot be built: One of the blocks is null.")]
    [InlineData("\"embeddings\":[", "\"embeddings\":[null,", "The network cannot be built: One of the embeddings is null.")]
    [InlineData("\"frozen_blocks\":1", "\"frozen_blocks\":3", "There are 2 blocks, of which 3 cannot be frozen.")]
    [InlineData("\"frozen_blocks\":1", "\"frozen_blocks\":-1", "There are 2 blocks, of which -1 cannot be frozen.")]
    [InlineData("\"means\":[1,0,1]", "\"means\":[1,0]",
        "The standardization of inputs is not as it should be: There are 2 means for 3 features.")]
    [InlineData("\"means\":[1,0,1]", "\"means\":[1,0,1e99]", "The standardization of inputs is not as it should be: *")]
    [InlineData("\"deviations\":[1,1,1]", "\"deviations\":[1,1]", "The standardization of inputs is not as it should be: *")]
    [InlineData("\"deviations\":[1,1,1]", "\"deviations\":[1,1,0]", "The standardization of inputs is not as it should be: *")]
    [InlineData("\"deviations\":[1,1,1]", "\"deviations\":[1,1,1e-42]", "The standardization of inputs is not as it should be: *")]
    public void A_wrong_description_is_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(sound, old.Replace("\"", "\\\""), replacement.Replace("\"", "\\\"")), message);

    [Fact]
    public void What_does_not_describe_a_network_is_refused()
    {
        ShouldBeRefused(NetworkBytes.Of("{}"), "The file does not describe a network; *");
        ShouldBeRefused(NetworkBytes.Of(""), "The header is not valid JSON: *");
        ShouldBeRefused(NetworkBytes.Of("{} {}"), "The header is not valid JSON: *");
        ShouldBeRefused(NetworkBytes.Of("{\"a\":{\"shape\":[[1]]}}"), "The header is not valid JSON: *");
        foreach (string description in new[] { "null", "", "[]", "{\\\"inputs\\\":\\\"\\\\ud800\\\"}" })
        {
            ShouldBeRefused(
                NetworkBytes.Of($$$"""{"__metadata__":{"format_version":"1","network":"{{{description}}}"}}"""),
                "The description of the network is *");
        }
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < sound.Length; length++)
        {
            ShouldBeRefused(sound[..length], length < 8 ? "The file is cut off within its first 8 bytes*"
                : length < 8 + NetworkBytes.HeaderOf(sound).Length ? "The header should have *cut off*"
                : "The file is cut off within '*'.");
        }
    }

    [Fact]
    public void A_file_that_goes_on_is_refused() => ShouldBeRefused([.. sound, 0], "More bytes follow the last tensor.");

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(ulong.MaxValue)]
    public void A_header_that_is_too_long_is_refused(ulong length) =>
        ShouldBeRefused(
            [.. BitConverter.GetBytes(length), .. sound[8..]], $"The header would have {length} bytes, but the format allows 100000000; *");

    [Fact]
    public void Variances_below_zero_are_refused()
    {
        byte[] data = NetworkBytes.DataOf(sound);
        string header = NetworkBytes.HeaderOf(sound);
        int tensor = header.IndexOf("blocks.1.norms.0.running_variance", StringComparison.Ordinal),
            offset = header.IndexOf("data_offsets\":[", tensor, StringComparison.Ordinal) + 15;
        NetworkBytes.Floats(-1)
            .CopyTo(data, int.Parse(header[offset..header.IndexOf(',', offset)], System.Globalization.CultureInfo.InvariantCulture));
        ShouldBeRefused(NetworkBytes.Of(header, data), "'blocks.1.norms.0.running_variance' holds a negative variance.");
    }

    private static Network Sound()
    {
        Network network = Network.Create(3).AddEmbeddings(new Embedding(1, 3, 2)).AddLayer(4)
            .AddResidualBlock(
                4, block => block.WithOrder(BlockOrder.PreActivation).WithNormalization(Normalization.Batch).WithActivation(Activation.Gelu)
                .WithShortcut(Shortcut.Identity).WithDropout(0.25f).WithSurvival(0.5f).WithHiddenFactor(2)
                .WithBranchFactor(BranchFactor.Fixed(0.75f))
                .WithInitialization(Initialization.Orthogonal).WithZeroBranch(true))
            .AddOutput(["a", "b"]).Build(seed: 1);
        network.Standardize(
            Dataset.ForClassification(
            MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.DenseOfArray(new float[,] { { 0, 2 }, { 1, 2 }, { 0, 2 } }), [0, 1],
            classes: 2));
        network.Freeze(1);
        return network;
    }

    private static void ShouldBeRefused(byte[] file, string message) =>
        FluentActions.Invoking(() => NetworkBytes.Load(file)).Should().Throw<InvalidDataException>().WithMessage(message);
}
