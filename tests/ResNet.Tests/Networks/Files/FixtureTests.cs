using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Networks.Files;

/// <summary>Files of earlier versions load in this one.</summary>
public class FixtureTests
{
    /// <summary>
    /// The network has embeddings, all orders, normalizations and shortcuts, branch factors, standardizations and names, and was trained
    /// before it was saved. The file is never written anew.
    /// </summary>
    [Fact]
    public void A_file_of_version_1_predicts_as_it_did()
    {
        Network network = Network.Load(Path.Combine(AppContext.BaseDirectory, "Networks", "Files", "version-1.safetensors"));
        network.ClassNames.Should().Equal("Käfer", "cat", "dog");
        network.FrozenBlocks.Should().Be(2);
        network.Blocks.OfType<ResidualBlock>().Select(block => block.Order).Should()
            .Equal(BlockOrder.PostActivation, BlockOrder.PreActivation, BlockOrder.PreNorm);
        float[][] expected =
        [
            [-0.5446764f, 0.7497081f, -1.4714752f],
            [-0.4184779f, 0.28962156f, -0.42444664f],
            [-0.12841497f, 0.057073206f, -0.086734936f],
        ];
        Matrix<float> output = network.Predict(Matrix<float>.Build.Dense(4, 3, (i, j) => i == 1 ? j : 0.5f * i - j));
        for (int j = 0; j < expected.Length; j++)
        {
            for (int i = 0; i < 3; i++) output[i, j].Should().BeApproximately(expected[j][i], 1e-5f, "other processors round otherwise");
        }
    }
}
