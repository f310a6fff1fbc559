namespace ResNet;

/// <summary>
/// The area under the receiver operating characteristic: of all pairs of a sample of a class and a sample of another, the share
/// in which the first has the higher score; a tie counts half. A pair counts by the product of its samples' weights.
/// </summary>
internal sealed class RocAuc() : ClassMetric("roc auc", higherIsBetter: true)
{
    protected override double Of(Predictions predictions)
    {
        IReadOnlyList<int> labels = predictions.Data.Labels!;
        int[] classes = [.. labels.Where((_, sample) => predictions.WeightOf(sample) > 0).Distinct().Order()];
        if (classes.Length < 2) return double.NaN;
        if (predictions.Data.Classes == 2) return Area(predictions, 1, LogOdds);

        double[][] probabilities = [.. Enumerable.Range(0, labels.Count).Select(predictions.Probabilities)];
        return classes.Average(one => Area(predictions, one, sample => probabilities[sample][one]));

        // the same order as the probabilities, but without ties where those round to 0 or 1
        double LogOdds(int sample) => (double)predictions.LogitsOf(sample)[1] - predictions.LogitsOf(sample)[0];
    }

    private static double Area(Predictions predictions, int one, Func<int, double> score)
    {
        IReadOnlyList<int> labels = predictions.Data.Labels!;
        int[] samples = [.. Enumerable.Range(0, labels.Count).Where(sample => predictions.WeightOf(sample) > 0)];
        double[] scores = [.. samples.Select(score)];
        if (!scores.All(double.IsFinite)) return double.NaN;

        Array.Sort(scores, samples);
        double won = 0, ofClass = 0, ofOthers = 0;
        for (int first = 0, end; first < samples.Length; first = end)
        {
            double tiedOfClass = 0, tiedOfOthers = 0;
            for (end = first; end < samples.Length && scores[end] == scores[first]; end++)
            {
                double weight = predictions.WeightOf(samples[end]);
                if (labels[samples[end]] == one) tiedOfClass += weight;
                else tiedOfOthers += weight;
            }

            won += tiedOfClass * (ofOthers + tiedOfOthers / 2);
            ofClass += tiedOfClass;
            ofOthers += tiedOfOthers;
        }

        return won / (ofClass * ofOthers);
    }
}
