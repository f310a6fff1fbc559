namespace ResNet.Tests.Passes;

/// <summary>The same network in loops of double precision, value by value.</summary>
/// <param name="arrays">its parameters, column by column, by name</param>
/// <param name="images">the samples</param>
/// <param name="labels">their classes</param>
internal sealed class ColumnsReference(IReadOnlyDictionary<string, double[]> arrays, float[][] images, int[] labels)
{
    private const double Epsilon = 1e-5f;

    private int Columns => images.Length * Unfolding.Patches.Columns;

    /// <summary>z of every column in training, and the mean loss.</summary>
    public (double[][] Z, double Loss) Train()
    {
        double[][] a = [.. Enumerable.Range(0, Columns).Select(Patch)];
        a = Each(BatchNorm("columns.batch", Affine("columns.first", a)), Math.Tanh);
        a = Add(a, Affine("columns.branch", a), column => Survives(column) * arrays["columns.scale"][0]);
        a = LayerNorm("columns.layer", [.. a.Select(Drop)]);
        a = Each(Add(a, Affine("columns.fused", a), _ => 1), value => Math.Max(value, 0));
        double[][] z = Affine("columns.last", a);
        return (z, z.Select((column, j) => Loss(column, labels[j / Unfolding.Patches.Columns])).Average());
    }

    private double[] Patch(int column) =>
        [.. Enumerable.Range(0, Unfolding.Patches.Features).Select(value =>
            (double)images[column / Unfolding.Patches.Columns][Unfolding.Feature(column % Unfolding.Patches.Columns, value)])];

    private double[][] Affine(string name, double[][] a)
    {
        double[] weight = arrays[$"{name}.weight"], bias = arrays[$"{name}.bias"];
        double Z(double[] column, int i) => bias[i] + column.Select((value, k) => weight[k * bias.Length + i] * value).Sum();
        return [.. a.Select(column => bias.Select((_, i) => Z(column, i)).ToArray())];
    }

    private double[][] BatchNorm(string name, double[][] z)
    {
        double[][] result = [.. z.Select(column => new double[column.Length])];
        for (int i = 0; i < z[0].Length; i++)
        {
            double[] normalized = Normalized([.. z.Select(column => column[i])]);
            for (int j = 0; j < z.Length; j++) result[j][i] = arrays[$"{name}.gamma"][i] * normalized[j] + arrays[$"{name}.beta"][i];
        }

        return result;
    }

    private double[][] LayerNorm(string name, double[][] z)
    {
        double[] gamma = arrays[$"{name}.gamma"], beta = arrays[$"{name}.beta"];
        return [.. z.Select(column => Normalized(column).Select((value, i) => gamma[i] * value + beta[i]).ToArray())];
    }

    private static double[] Normalized(double[] values)
    {
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
        return [.. values.Select(value => (value - mean) / Math.Sqrt(variance + Epsilon))];
    }

    private static double[][] Add(double[][] a, double[][] branch, Func<int, double> factor) =>
        [.. a.Select((column, j) => column.Select((value, i) => value + factor(j) * branch[j][i]).ToArray())];

    private static double[][] Each(double[][] a, Func<double, double> g) => [.. a.Select(column => column.Select(g).ToArray())];

    /// <summary>A branch survives with all columns of a sample, or with none.</summary>
    private static double Survives(int column)
    {
        RandomStream random = new RandomStream(ColumnsNetwork.Seed, "columns.survival").Of(0, column / Unfolding.Patches.Columns);
        return random.NextDouble() < ColumnsNetwork.Survival ? 1 : 0;
    }

    /// <summary>Every column has a mask of its own.</summary>
    private static double[] Drop(double[] values, int column)
    {
        uint[] mask = new uint[Masking.WordsFor(values.Length)];
        Masking.Draw(new RandomStream(ColumnsNetwork.Seed, "columns.dropout").Of(0, column), ColumnsNetwork.Rate, mask);
        float[] factors = [.. Enumerable.Repeat(1f, values.Length)];
        Masking.Apply(mask, ColumnsNetwork.Rate, factors, factors);
        return [.. values.Select((value, i) => value * factors[i])];
    }

    private static double Loss(double[] z, int label)
    {
        double largest = z.Max();
        return Math.Log(z.Sum(value => Math.Exp(value - largest))) + largest - z[label];
    }
}
