using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Networks;

/// <summary>Every kind of block in every combination against the double-precision reference.</summary>
public class GradientTests
{
    private const double Tolerance = 3e-5;

    public static TheoryData<string, string, string> Groups
    {
        get
        {
            TheoryData<string, string, string> groups = [];
            foreach ((string kind, string order, string normalization) in CombinationTable.Groups) groups.Add(kind, order, normalization);
            return groups;
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_combination_has_the_output_loss_and_gradients_of_the_reference(string kind, string order, string normalization)
    {
        List<string> disagreements = [];
        int number = 0;
        foreach (Reference.ArchitectureEntry[] architecture in CombinationTable.Of(kind, order, normalization))
        {
            var combination = CombinationCase.Draw(architecture, number++);
            disagreements.AddRange(Compare(combination).Select(what => $"{what} of {combination}"));
        }

        number.Should().BeGreaterThanOrEqualTo(21, "a group has at least 7 activations × 3 widths");
        disagreements.Should().BeEmpty();
    }

    [Fact]
    public void The_table_has_every_valid_combination() =>
        CombinationTable.Groups.Sum(group => CombinationTable.Of(group.Kind, group.Order, group.Normalization).Count())
            .Should().Be(3 * (7 * 3) + 3 * (7 * 3 * 3) + 2 * 3 * (7 * 3 * 7 * 3) + 3 * (7 * (1 + 2 + 2) * 7 * 3));

    private static IEnumerable<string> Compare(CombinationCase combination)
    {
        Network network = combination.Network();
        Dataset data = combination.Data();
        ForwardPass pass = network.Forward(data.Inputs);
        MeanLoss loss = MeanLoss.Of(ArchitectureNetwork.LossOf(combination.LossKind), data, pass.Output);
        Matrix<float> inputGradient = pass.Backward(loss.Gradient);

        List<(string What, double Error)> errors =
        [
            ("output", Error(pass.Output.Transpose(), Flat(combination.Pass.Output))),
            ("loss", Math.Abs(loss.Value - combination.Pass.Loss) / Math.Max(0.1, combination.Pass.Loss)),
            ("input gradient", Error(inputGradient.Transpose(), Flat(combination.Pass.InputGradient))),
        ];
        foreach (Parameter parameter in network.Parameters)
        {
            errors.Add((parameter.Name, Error(parameter.Gradient, combination.Pass.Gradients[parameter.Name])));
        }

        return errors.Where(error => !(error.Error <= Tolerance)).Select(error => $"{error.What} is off by {error.Error:G3}");
    }

    /// <summary>The largest difference relative to the largest expected number, or to 0.1; NaN where one is NaN.</summary>
    private static double Error(Matrix<float> actual, double[] expected)
    {
        double[] differences = [.. actual.ToRowMajorArray().Zip(expected, (x, y) => Math.Abs(x - y))];
        return differences.Any(double.IsNaN) ? double.NaN : differences.Max() / Math.Max(0.1, expected.Max(Math.Abs));
    }

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}
