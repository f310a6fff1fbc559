namespace ResNet.Tests.Passes;

/// <summary>A part for which there is no operation is refused by its name.</summary>
public class PlanWiringTests
{
    [Fact]
    public void A_part_of_an_unknown_kind_is_refused() => ShouldBeRefused(new UnknownPart("layers.0", new(3)), "UnknownPart");

    [Fact]
    public void A_normalization_without_an_operation_is_refused() => ShouldBeRefused(
        new NormPart("layers.0", new(3), Normalization.None, FirstValues.Constant(1)),
        "NormPart");

    private static void ShouldBeRefused(Part part, string kind)
    {
        var stage = new Stage("blocks.2", [part]) { Block = 2 };
        var arrays = new LiveArrays([stage], seed: 1);
        Signal Wire(Plan plan, Signal a) => new PlanWiring(plan, arrays).Wire(stage, a);
        FluentActions.Invoking(() => Plan.ForInference(new(3), Wire, capacity: 1, lanes: 1))
            .Should().Throw<InvalidOperationException>().WithMessage($"blocks.2.layers.0 is a {kind}, for which there is no operation.");
    }

    private sealed record UnknownPart(string Name, SampleShape Input) : Part(Name, Input, Input);
}
