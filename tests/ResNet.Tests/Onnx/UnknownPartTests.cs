using ResNet.Onnx;

namespace ResNet.Tests.Onnx;

/// <summary>A part that ONNX files of the package do not have is refused by its name.</summary>
public class UnknownPartTests
{
    [Fact]
    public void A_part_of_an_unknown_kind_is_refused() => ShouldBeRefused(
        new UnknownPart("layers.0", new(3)),
        "blocks.2.layers.0 is a UnknownPart, which ONNX files of this package do not have.");

    [Fact]
    public void An_unknown_part_within_a_residual_one_is_refused()
    {
        var residual = new ResidualPart(new(3), [], [new UnknownPart("layers.1", new(3))], []);
        ShouldBeRefused(residual, "blocks.2.layers.1 is a UnknownPart, which ONNX files of this package do not have.");
    }

    [Fact]
    public void A_function_without_a_node_is_refused() => ShouldBeRefused(
        new ActivationPart("layers.0.activation", new(3), Activation.Identity),
        "blocks.2.layers.0.activation is Identity, which ONNX files of this package do not have.");

    [Fact]
    public void A_normalization_without_a_node_is_refused() => ShouldBeRefused(
        new NormPart("norms.0", new(3), Normalization.None, FirstValues.Constant(1)),
        "blocks.2.norms.0 is None, which ONNX files of this package do not have.");

    [Fact]
    public void A_part_that_gives_several_columns_a_sample_is_refused() => ShouldBeRefused(
        new ActivationPart("layers.0.activation", new(3, Columns: 2), Activation.Relu),
        "blocks.2.layers.0.activation gives several columns a sample, which ONNX files of this package do not have.");

    private static void ShouldBeRefused(Part part, string message)
    {
        var graph = new OnnxGraph(new Dictionary<string, NamedTensor>());
        var stage = new Stage("blocks.2", [part]) { Block = 2 };
        graph.Invoking(graph => graph.Wire(stage, "a")).Should().Throw<InvalidOperationException>().WithMessage(message);
    }

    private sealed record UnknownPart(string Name, SampleShape Input) : Part(Name, Input, Input);
}
