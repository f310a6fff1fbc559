namespace ResNet.Tests.Reference;

public sealed class ReferenceNetworkTests
{
    private static double[][] Input { get; } = [[1, -2], [0.5, 3]];

    [Fact]
    public void A_post_activation_block_with_zero_branch_activates_its_input() =>
        ShouldBe(OutputOfZeroBranch(new ArchitectureEntry("residual", 2, 2, "relu", "identity")), [[1, 0], [0.5, 3]]);

    [Fact]
    public void A_pre_activation_block_with_zero_branch_leaves_only_the_final_activation() =>
        ShouldBe(OutputOfZeroBranch(new ArchitectureEntry("residual", 2, 2, "leaky_relu", "identity", "pre")), [[1, -0.02], [0.5, 3]]);

    [Fact]
    public void A_normalized_block_with_zero_branch_leaves_only_the_final_activation() =>
        ShouldBe(OutputOfZeroBranch(new ArchitectureEntry("residual", 2, 2, "leaky_relu", "identity", "normalized")),
            [[1, -0.02], [0.5, 3]]);

    [Fact]
    public void A_normalized_block_activates_between_its_layers_and_not_after_the_last()
    {
        // the branch is 10 − relu(−a₀): what is negative counts twice, and the final ReLU finds nothing negative
        ReferenceNetwork network = Zero(2, 2, [new("residual", 2, 2, "relu", "identity", "normalized"), new("layer", 2, 1, "identity")]);
        foreach (string layer in (string[])["blocks.0.layers.0.weight", "blocks.0.layers.1.weight"])
        {
            SetIdentity(network.Parameters[layer], 2, -1);
        }

        network.Parameters["blocks.0.layers.1.bias"].AsSpan().Fill(10);
        SetIdentity(network.Parameters["blocks.1.layers.0.weight"], 2);
        SetIdentity(network.Parameters["output.weight"], 2);

        ShouldBe(Predict(network), [[11, 6], [10.5, 13]]);
    }

    [Fact]
    public void A_normalized_block_with_norm_takes_its_branch_and_projection_from_the_normalized_input()
    {
        // layer norm of (1, −2) and of (0.5, 3) is about (1, −1) and (−1, 1); the branch takes the first, the projection the second
        ReferenceNetwork network = Zero(2, 2, [new("residual", 2, 1, "identity", "projection", "normalized", "layer")]);
        network.Parameters["blocks.0.norms.0.gamma"].AsSpan().Fill(1);
        network.Parameters["blocks.0.layers.0.weight"][0] = 4;
        network.Parameters["blocks.0.shortcut.weight"][3] = 5;
        network.Parameters["final.norm.beta"][0] = 7;
        network.Parameters["final.norm.gamma"].AsSpan().Fill(1);
        SetIdentity(network.Parameters["output.weight"], 2);

        // what is final is normalized again: the features are (4, −5) and (−4, 5)
        Agreement.Error(Predict(network), [[8, -1], [6, 1]]).Should().BeLessThan(1e-4);
    }

    [Fact]
    public void Zero_padding_appends_zero_rows()
    {
        ArchitectureEntry wider = new("residual", 3, 1, "identity", "zero_padding");
        ShouldBe(OutputOfZeroBranch(wider, outputs: 3), [[1, -2, 0], [0.5, 3, 0]]);
    }

    [Fact]
    public void A_projection_in_a_pre_activation_block_takes_the_activated_input()
    {
        ArchitectureEntry block = new("residual", 2, 1, "relu", "projection", "pre");
        ReferenceNetwork network = Zero(2, 2, [block]);
        network.Parameters["blocks.0.shortcut.weight"][0] = -1;
        network.Parameters["blocks.0.shortcut.weight"][3] = 1;
        SetIdentity(network.Parameters["output.weight"], 2);

        ShouldBe(Predict(network), [[0, 0], [0, 3]]);
    }

    [Fact]
    public void A_final_activation_comes_once_between_pre_activation_blocks_and_what_follows()
    {
        ArchitectureEntry pre = new("residual", 2, 2, "relu", "identity", "pre");
        ArchitectureEntry layer = new("layer", 2, 1, "identity");
        ReferenceNetwork network = Zero(2, 2, [pre, pre, layer]);
        SetIdentity(network.Parameters["blocks.2.layers.0.weight"], 2);
        SetIdentity(network.Parameters["output.weight"], 2);

        ShouldBe(Predict(network), [[1, 0], [0.5, 3]]);
    }

    [Fact]
    public void Zeros_of_an_earlier_ReLU_are_not_near_a_kink()
    {
        ReferenceNetwork network = Zero(2, 1, [new("layer", 2, 1, "relu"), new("residual", 2, 1, "relu", "identity", "pre")]);
        SetIdentity(network.Parameters["blocks.0.layers.0.weight"], 2);
        network.Parameters["blocks.1.layers.0.bias"][1] = 0.25;

        network.Train(Input, output => output[0][0]).KinkDistance.Should().Be(0.25);
    }

    [Fact]
    public void A_zero_that_a_parameter_can_move_is_at_the_kink()
    {
        ReferenceNetwork network = Zero(2, 1, [new("layer", 2, 1, "relu")]);
        network.Train(Input, output => output[0][0]).KinkDistance.Should().Be(0);
    }

    [Fact]
    public void Any_loss_of_the_output_can_be_followed_back()
    {
        ReferenceNetwork network = ReferenceNetwork.Random(2, 2, [new("layer", 3, 1, "tanh")], seed: 1);
        ReferencePass pass = network.Train(Input, output => output[1][0] + (2 * output[0][0]));

        pass.Loss.Should().BeApproximately(pass.Output[1][0] + (2 * pass.Output[0][0]), 1e-15);
        pass.Gradients["output.bias"].Should().Equal(3, 0);
    }

    [Fact]
    public void What_is_written_to_a_parameter_counts()
    {
        ReferenceNetwork network = Zero(2, 1, []);
        network.Parameters["output.bias"][0] = 7;

        ShouldBe(Predict(network), [[7], [7]]);
    }

    [Theory]
    [InlineData("output.bias", "output.bias", 3)]
    [InlineData("output.bias", "output.offset", 2)]
    public void Parameters_that_do_not_fit_the_architecture_are_refused(string removed, string added, int count)
    {
        Dictionary<string, double[]> parameters = new(Zero(2, 2, []).Parameters);
        parameters.Remove(removed);
        parameters[added] = new double[count];

        Action create = () => _ = new ReferenceNetwork(2, 2, [], parameters);
        create.Should().Throw<ArgumentException>().WithMessage($"*{added}*");
    }

    [Fact]
    public void An_identity_shortcut_between_different_widths_is_refused()
    {
        Action run = () => OutputOfZeroBranch(new ArchitectureEntry("residual", 3, 1, "relu", "identity"), outputs: 3);
        run.Should().Throw<ArgumentException>().WithMessage("*blocks.0*");
    }

    private static double[][] OutputOfZeroBranch(ArchitectureEntry block, int outputs = 2)
    {
        ReferenceNetwork network = Zero(2, outputs, [block]);
        SetIdentity(network.Parameters["output.weight"], outputs);
        return Predict(network);
    }

    private static double[][] Predict(ReferenceNetwork network) => network.Predict(Input, new Dictionary<string, double[]>());

    private static void ShouldBe(double[][] actual, double[][] expected) => Agreement.Error(actual, expected).Should().Be(0);

    private static ReferenceNetwork Zero(int inputs, int outputs, ArchitectureEntry[] architecture) => new(
        inputs,
        outputs,
        architecture,
        ParameterShape.Of(inputs, outputs, architecture).ToDictionary(shape => shape.Name, shape => new double[shape.Count]));

    private static void SetIdentity(double[] weight, int width, double factor = 1)
    {
        for (int i = 0; i < width; i++)
        {
            weight[(i * width) + i] = factor;
        }
    }
}
