using MathNet.Numerics.Statistics;

namespace ResNet;

/// <summary>
/// The area under the receiver operating characteristic: of all pairs of a sample of a class and a sample of another, the share
/// in which the first has the higher score; a tie counts half. With the ranks r of the scores it is
/// (Σr − m(m + 1)/2)/(m(n − m)), the sum over the m samples of the class (Mann and Whitney 1947).
/// </summary>
internal sealed class RocAuc() : ClassMetric("roc auc", higherIsBetter: true)
{
    protected override double Of(Predictions predictions)
    {
        IReadOnlyList<int> labels = predictions.Data.Labels!;
        int[] classes = [.. labels.Distinct().Order()];
        if (classes.Length < 2) return double.NaN;
        if (predictions.Data.Classes == 2) return Area(labels, 1, LogOdds);

        double[][] probabilities = [.. Enumerable.Range(0, labels.Count).Select(predictions.Probabilities)];
        return classes.Average(one => Area(labels, one, sample => probabilities[sample][one]));

        // the same order as the probabilities, but without ties where those round to 0 or 1
        double LogOdds(int sample) => (double)predictions.LogitsOf(sample)[1] - predictions.LogitsOf(sample)[0];
    }

    private static double Area(IReadOnlyList<int> labels, int one, Func<int, double> score)
    {
        double[] scores = [.. Enumerable.Range(0, labels.Count).Select(score)];
        if (!scores.All(double.IsFinite)) return double.NaN;

        double[] ranks = ArrayStatistics.RanksInplace(scores, RankDefinition.Average);
        double count = labels.Count(label => label == one);
        double sum = ranks.Where((_, sample) => labels[sample] == one).Sum();
        return (sum - count * (count + 1) / 2) / (count * (labels.Count - count));
    }
}
