using ResNet.Tests.Blocks;

namespace ResNet.Tests.Training;

/// <summary>What learns at the first step of a network that starts as its shortcut path, and what at the second.</summary>
public class FirstStepsTests
{
    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void At_the_first_step_only_the_last_layer_of_each_zero_branch_learns(BlockOrder order, Normalization normalization)
    {
        var training = new StepGradients(Build(order, normalization));
        training.Step();

        string[] last = order == BlockOrder.PostActivation && normalization != Normalization.None
            ? ["norms.1.gamma", "norms.1.beta"]
            : ["layers.1.weight", "layers.1.bias"];
        string[] learning =
            [.. BranchParameters(training.Network).Where(name => last.Any(part => name.EndsWith(part, StringComparison.Ordinal)))];
        learning.Should().HaveCount(3 * 2);
        training.Still.Should().BeEquivalentTo(BranchParameters(training.Network).Except(learning));
        training.Alive.Should().Contain(learning.Where(name => !IsCancelled(name, normalization)));
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void At_the_second_step_no_gradient_is_zero(BlockOrder order, Normalization normalization)
    {
        var training = new StepGradients(Build(order, normalization));
        training.Step();
        training.Step();

        IEnumerable<string> names = training.Network.Parameters.Select(parameter => parameter.Name);
        training.Alive.Should().Contain(names.Where(name => !IsCancelled(name, normalization)));
    }

    [Theory]
    [InlineData(BlockOrder.PostActivation)]
    [InlineData(BlockOrder.PreActivation)]
    [InlineData(BlockOrder.PreNorm)]
    public void With_a_learned_factor_it_alone_learns_at_the_first_step_and_all_at_the_second(BlockOrder order)
    {
        var training = new StepGradients(Build(order, Normalization.None, block => block.WithBranchFactor(BranchFactor.Learned)));
        training.Step();
        string[] factors = [.. Enumerable.Range(1, 3).Select(i => $"blocks.{i}.scale")];
        training.Still.Should().BeEquivalentTo(BranchParameters(training.Network).Except(factors));
        training.Alive.Should().Contain(factors);

        training.Step();
        training.Alive.Should().BeEquivalentTo(training.Network.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Units_that_a_relu_keeps_dead_on_the_whole_batch_learn_at_no_step()
    {
        Network network = Build(BlockOrder.PostActivation, Normalization.None, block => block.WithActivation(Activation.Relu));
        Parameter bias = network.Parameters.Single(parameter => parameter.Name == "blocks.1.layers.0.bias");
        bias.Value[2, 0] = -1000;
        var training = new StepGradients(network);
        for (int step = 0; step < 3; step++)
        {
            training.Step();
            bias.Gradient[2, 0].Should().Be(0);
        }

        bias.Gradient.Enumerate().Should().Contain(value => value != 0);
    }

    /// <summary>Tanh leaves no unit dead.</summary>
    private static Network Build(BlockOrder order, Normalization normalization, Action<ResidualBlockBuilder>? configure = null) =>
        Network.Create(4).WithActivation(Activation.Tanh).WithNormalization(normalization).WithOrder(order)
            .AddLayer(6).AddResidualBlocks(3, configure).AddOutput(3).Build(seed: 6);

    private static IEnumerable<string> BranchParameters(Network network) => network.Parameters
        .Select(parameter => parameter.Name)
        .Where(name => !name.StartsWith("blocks.0", StringComparison.Ordinal) && name.StartsWith("blocks", StringComparison.Ordinal));

    // batch norm takes a bias out again, so that its gradient is a sum that cancels
    private static bool IsCancelled(string name, Normalization normalization) =>
        normalization == Normalization.Batch && name.EndsWith("bias", StringComparison.Ordinal);
}
