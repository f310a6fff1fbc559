namespace ResNet.Tests.Reference;

/// <summary>The losses on logits, by the golden files' names; targets are one row per sample.</summary>
public static class ReferenceLoss
{
    /// <summary>The loss of a batch of outputs; the targets of a softmax cross-entropy are probabilities, such as one-hot rows.</summary>
    public static Scalar Of(string kind, Scalar[][] output, double[][] target) => kind switch
    {
        "softmax_cross_entropy" => Scalar.Sum(output.Zip(target, SoftmaxCrossEntropy)) / output.Length,
        "mean_squared_error" => MeanOverAll(output, target, (z, t) => (z - t) * (z - t)),
        "binary_cross_entropy" => MeanOverAll(output, target, (z, t) => LogOnePlusExp(z) - (t * z)),
        _ => throw new ArgumentException($"No loss is called '{kind}'."),
    };

    /// <summary>Rows with a 1 at the label, else 0.</summary>
    public static double[][] OneHot(int[] labels, int classes) =>
        [.. labels.Select(label => Enumerable.Range(0, classes).Select(c => c == label ? 1.0 : 0.0).ToArray())];

    // −Σ t_c log softmax(z)_c, where log softmax(z)_c = z_c − log Σ exp(z)
    private static Scalar SoftmaxCrossEntropy(Scalar[] z, double[] target)
    {
        Scalar logSumExp = LogSumExp(z);
        return Scalar.Sum(z.Zip(target, (logit, t) => t * (logSumExp - logit)));
    }

    private static Scalar MeanOverAll(Scalar[][] output, double[][] target, Func<Scalar, double, Scalar> loss) =>
        Scalar.Sum(output.Zip(target, (z, t) => Scalar.Sum(z.Zip(t, loss)))) / (output.Length * output[0].Length);

    // the result does not depend on what is subtracted, so it may be a constant of the tape
    private static Scalar LogSumExp(Scalar[] z)
    {
        double largest = z.Max(logit => logit.Value);
        return largest + Scalar.Log(Scalar.Sum(z.Select(logit => Scalar.Exp(logit - largest))));
    }

    private static Scalar LogOnePlusExp(Scalar z)
    {
        double largest = Math.Max(z.Value, 0);
        return largest + Scalar.Log(Math.Exp(-largest) + Scalar.Exp(z - largest));
    }
}
