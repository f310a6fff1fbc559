namespace ResNet.Tests.Reference;

public sealed class ScalarTests
{
    public static TheoryData<string> Formulas => [.. ByName.Keys];

    private static Dictionary<string, Func<Scalar, Scalar, Scalar>> ByName { get; } = new()
    {
        ["a + b"] = (a, b) => a + b,
        ["a - b"] = (a, b) => a - b,
        ["a * b"] = (a, b) => a * b,
        ["a / b"] = (a, b) => a / b,
        ["constants"] = (a, b) => (2 * a) + (3 + b) + (b - 1) - (a / 4),
        ["exp"] = (a, b) => Scalar.Exp(a * b),
        ["log"] = (a, b) => Scalar.Log(a * b),
        ["sqrt"] = (a, b) => Scalar.Sqrt(a * b),
        ["tanh"] = (a, b) => Scalar.Tanh(a - b),
        ["erf"] = (a, b) => Scalar.Erf(a - b),
        ["max"] = (a, b) => Scalar.Max(a, b) + Scalar.Max(b * b, a) + Scalar.Max(a, 0) + Scalar.Max(b, 9),
        ["a used often"] = (a, b) => Scalar.Sum([a * a * a, a / b, a]),
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_derivative_on_the_tape_is_that_of_a_small_step(string formula)
    {
        double[] at = [0.8, 1.7];
        Tape tape = new();
        Scalar[] variables = tape.Variables(at);
        Scalar result = ByName[formula](variables[0], variables[1]);
        double[] derivatives = tape.DerivativesOf(result).By(variables);

        double[] steps = FiniteDifferences.Gradient(() => Value(ByName[formula], at), at);
        derivatives.Should().Equal(steps, (derivative, step) => Math.Abs(derivative - step) < 1e-8);
    }

    [Fact]
    public void What_does_not_lead_to_the_result_has_derivative_zero()
    {
        Tape tape = new();
        Scalar a = tape.Variable(2);
        Scalar aside = a * a;
        Scalar result = 3 * a;
        Derivatives derivatives = tape.DerivativesOf(result);

        derivatives.By(aside).Should().Be(0);
        derivatives.By(a).Should().Be(3);
    }

    [Fact]
    public void Only_what_a_small_step_changes_moves()
    {
        Tape tape = new();
        Scalar a = tape.Variable(-2);
        Scalar flat = Scalar.Max(a, 0);

        a.Moves.Should().BeTrue();
        flat.Moves.Should().BeFalse();
        (a * flat).Moves.Should().BeFalse();
        (a + flat).Moves.Should().BeTrue();
    }

    private static double Value(Func<Scalar, Scalar, Scalar> formula, double[] at)
    {
        Tape tape = new();
        return formula(tape.Variable(at[0]), tape.Variable(at[1])).Value;
    }
}
