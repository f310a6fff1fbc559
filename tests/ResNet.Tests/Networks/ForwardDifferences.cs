using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>
/// Gradients of L = Σ r·y in training mode, r fixed and y the output, against difference quotients of the module's own
/// forward pass with the same random draws.
/// </summary>
internal static class ForwardDifferences
{
    private const float Step = 1f / 256;
    private const double Tolerance = 2e-3;

    /// <summary>
    /// A quotient over a rectifier's kink is not the gradient, but no gradient stands at a kink in more than a few of these
    /// draws; a wrong one is wrong in all.
    /// </summary>
    private const int Draws = 6;
    private const int Agreements = 2;

    /// <summary>The module's parameters move with every draw.</summary>
    public static void ShouldBeTheGradients(Module module, Matrix<float> input)
    {
        Matrix<float> r = NormalBatch.Of(module.Outputs, input.ColumnCount, seed: 99);
        float[] weights = r.AsColumnMajorArray();
        (string Name, float[] Values)[] variables =
            [("input", input.AsColumnMajorArray()), .. module.Parameters.Select(parameter => (parameter.Name, parameter.Values))];
        int[][] agreements = [.. variables.Select(variable => new int[variable.Values.Length])];
        for (int draw = 1; draw <= Draws; draw++)
        {
            Move(module, draw);
            double[][] errors = Errors(draw, agreements);
            for (int v = 0; v < errors.Length; v++)
            {
                for (int i = 0; i < errors[v].Length; i++) agreements[v][i] += errors[v][i] <= Tolerance ? 1 : 0;
            }
        }

        string[] wrong = [.. variables.Zip(agreements).SelectMany(pair => pair.Second.Index()
            .Where(count => count.Item < Agreements).Select(count => $"{pair.First.Name} {count.Index}"))];
        wrong.Should().BeEmpty("{0}", module);

        // relative to the largest gradient; infinite where agreements are enough already
        double[][] Errors(int seed, int[][] sofar)
        {
            float[] inputGradient = module.Forward(input, seed).Backward(r).ToColumnMajorArray();
            float[][] gradients = [inputGradient, .. module.Parameters.Select(parameter => (float[])parameter.Gradients.Clone())];
            double scale = gradients.SelectMany(gradient => gradient).Append(1).Max(Math.Abs);
            return [.. variables.Select((variable, v) => Enumerable.Range(0, variable.Values.Length).Select(i => sofar[v][i] >= Agreements
                ? double.PositiveInfinity
                : Math.Abs(gradients[v][i] - Quotient(() => Loss(seed), ref variable.Values[i])) / scale).ToArray())];
        }

        double Loss(int seed) =>
            module.Forward(input, seed).Output.AsColumnMajorArray().Zip(weights, (y, weight) => (double)y * weight).Sum();
    }

    /// <summary>Also away from biases of 0, which would put what is dropped just at a kink.</summary>
    private static void Move(Module module, int draw)
    {
        Random random = new(draw);
        foreach (Parameter parameter in module.Parameters)
        {
            foreach (ref float value in parameter.Values.AsSpan()) value += (float)(0.2 * Reference.NormalDraw.Next(random));
        }
    }

    private static double Quotient(Func<double> loss, ref float value)
    {
        float original = value, up = original + Step, down = original - Step;
        value = up;
        double above = loss();
        value = down;
        double below = loss();
        value = original;
        return (above - below) / ((double)up - down);
    }
}
