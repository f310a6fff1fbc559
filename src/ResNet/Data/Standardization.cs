using MathNet.Numerics.LinearAlgebra;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace ResNet;

/// <summary>
/// Standardization of each feature: x' = (x − μ)/σ with the mean μ and the standard deviation σ of the samples it was fitted
/// on (the population standard deviation; 1 for a feature that is constant there).
/// </summary>
public sealed class Standardization
{
    private readonly float[] means;
    private readonly float[] deviations;
    private readonly float[] inverses;

    private Standardization(float[] means, float[] deviations)
    {
        this.means = means;
        this.deviations = deviations;
        inverses = [.. deviations.Select(deviation => 1 / deviation)];
        Means = Array.AsReadOnly(means);
        Deviations = Array.AsReadOnly(deviations);
    }

    /// <summary>μ of each feature.</summary>
    public IReadOnlyList<float> Means { get; }

    /// <summary>σ of each feature, positive.</summary>
    public IReadOnlyList<float> Deviations { get; }

    /// <summary>Means and standard deviations of the rows of a matrix, features × samples.</summary>
    /// <param name="samples">the samples, finite</param>
    /// <exception cref="ArgumentNullException">the matrix is null.</exception>
    /// <exception cref="ArgumentException">the matrix is empty or holds a value that is not finite.</exception>
    public static Standardization Of(Matrix<float> samples) => Of(samples, leave: []);

    /// <summary>The same, except that some features are left unchanged.</summary>
    internal static Standardization Of(Matrix<float> samples, IReadOnlyList<int> leave)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Columns columns = Columns.Of(samples, "feature", nameof(samples));
        double[] mean = MeanOf(columns, static (value, _) => value, new double[columns.Height]);
        double[] variance = MeanOf(columns, static (value, mean) => (value - mean) * (value - mean), mean);
        float[] means = [.. mean.Select(value => (float)value)];
        float[] deviations =
        [
            .. variance.Select(value => (float)Math.Sqrt(value)).Select(deviation => IsDivisor(deviation) ? deviation : 1),
        ];
        foreach (int feature in leave) (means[feature], deviations[feature]) = (0, 1);
        return new Standardization(means, deviations);
    }

    /// <summary>The standardization with these means and standard deviations.</summary>
    /// <exception cref="ArgumentException">their numbers differ, a value is not finite, or a deviation is not positive.</exception>
    internal static Standardization Of(float[] means, float[] deviations)
    {
        if (means.Length != deviations.Length || !means.All(float.IsFinite) || !deviations.All(IsDivisor))
        {
            throw new ArgumentException("A standardization needs as many finite means as positive finite standard deviations.");
        }

        return new Standardization(means, deviations);
    }

    /// <summary>The number of features.</summary>
    public override string ToString() => $"standardization of {Shown.Count(means.Length, "feature")}";

    /// <summary>x' = (x − μ)/σ; x and x' may be the same memory.</summary>
    internal void Apply(ReadOnlySpan<float> x, Span<float> standardized)
    {
        TensorPrimitives.Subtract(x, means, standardized);
        TensorPrimitives.Multiply(standardized, inverses, standardized);
    }

    /// <summary>x = σx' + μ; x and x' may be the same memory.</summary>
    internal void Undo(ReadOnlySpan<float> standardized, Span<float> x)
    {
        TensorPrimitives.Multiply(standardized, deviations, x);
        TensorPrimitives.Add(x, means, x);
    }

    /// <summary>d ← d/σ, the gradient with respect to x from that with respect to x'.</summary>
    internal void PassBack(Span<float> gradient) => TensorPrimitives.Multiply(gradient, inverses, gradient);

    /// <summary>d ← σd, the gradient with respect to x' from that with respect to x.</summary>
    internal void PassBackUndone(Span<float> gradient) => TensorPrimitives.Multiply(gradient, deviations, gradient);

    private static bool IsDivisor(float deviation) => deviation > 0 && float.IsFinite(deviation) && float.IsFinite(1 / deviation);

    private static double[] MeanOf(Columns columns, Func<double, double, double> term, double[] center)
    {
        var sums = new double[columns.Height];
        for (int j = 0; j < columns.Count; j++)
        {
            ReadOnlySpan<float> sample = columns[j];
            for (int i = 0; i < sums.Length; i++) sums[i] += term(sample[i], center[i]);
        }

        return [.. sums.Select(sum => sum / columns.Count)];
    }
}
