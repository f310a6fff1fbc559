using System.Globalization;
using System.Text;

namespace ResNet;

/// <summary>
/// A confusion matrix: how many samples of each label were predicted as each class. In all shares samples count by
/// <see cref="Predictions.Weights"/>.
/// </summary>
/// <example>
/// <code>
/// ConfusionMatrix matrix = ConfusionMatrix.Of(test.Labels!, network.PredictClasses(test.Inputs), test.Classes);
/// Console.WriteLine($"{matrix.Accuracy:P1} of the samples are classified correctly");
/// </code>
/// </example>
public sealed class ConfusionMatrix
{
    private readonly int[,] counts;
    private readonly double[,] weights; // sums of the weights of the samples that are counted; the counts without weights
    private readonly double[] labelled;
    private readonly double[] predicted;

    private ConfusionMatrix(IReadOnlyList<int> labels, Func<int, int> classOf, int classes, Func<int, double> weightOf)
    {
        Classes = classes;
        Count = labels.Count;
        counts = new int[classes, classes];
        weights = new double[classes, classes];
        labelled = new double[classes];
        predicted = new double[classes];
        for (int sample = 0; sample < labels.Count; sample++)
        {
            int prediction = classOf(sample);
            double weight = weightOf(sample);
            counts[labels[sample], prediction]++;
            weights[labels[sample], prediction] += weight;
            labelled[labels[sample]] += weight;
            predicted[prediction] += weight;
        }
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The share of samples whose prediction is their label.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(c => weights[c, c]) / labelled.Sum();

    /// <summary>The mean of the precisions of the classes that occur among the labels.</summary>
    public double MacroPrecision => Macro(Precision);

    /// <summary>The mean of the recalls of the classes that occur among the labels.</summary>
    public double MacroRecall => Macro(Recall);

    /// <summary>The mean of the F1 scores of the classes that occur among the labels.</summary>
    public double MacroF1 => Macro(F1);

    /// <summary>How many samples of a label were predicted as a class.</summary>
    /// <param name="label">the label, from 0</param>
    /// <param name="predicted">the predicted class, from 0</param>
    /// <exception cref="IndexOutOfRangeException">there is no such class.</exception>
    public int this[int label, int predicted] => counts[label, predicted];

    /// <summary>The labels of a data set against the classes that a network predicts.</summary>
    /// <param name="predictions">the network's outputs on the data set</param>
    /// <exception cref="ArgumentNullException">predictions is null.</exception>
    /// <exception cref="ArgumentException">the data set has no class labels.</exception>
    public static ConfusionMatrix Of(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        if (predictions.Data.Labels is not { } labels)
        {
            throw new ArgumentException("A confusion matrix needs class labels, but this data set has targets.", nameof(predictions));
        }

        return new(labels, predictions.ClassOf, predictions.Data.Classes, predictions.WeightOf);
    }

    /// <summary>Labels against predicted classes.</summary>
    /// <param name="labels">the label of each sample, from 0 to classes − 1</param>
    /// <param name="predicted">the predicted class of each sample, from 0 to classes − 1</param>
    /// <param name="classes">the number of classes, at least 2</param>
    /// <exception cref="ArgumentNullException">an argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer than two classes, or a class is out of range.</exception>
    /// <exception cref="ArgumentException">there are no samples, or the numbers of labels and predictions differ.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<int> labels, IReadOnlyList<int> predicted, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (labels.Count == 0) throw new ArgumentException("There are no samples.", nameof(labels));
        if (predicted.Count != labels.Count)
        {
            throw new ArgumentException($"There are {labels.Count} labels, but {predicted.Count} predictions.", nameof(predicted));
        }

        RefuseOutOfRange(labels, classes, nameof(labels));
        RefuseOutOfRange(predicted, classes, nameof(predicted));
        return new(labels, sample => predicted[sample], classes, _ => 1);
    }

    /// <summary>The share of samples predicted as a class that belong to it; 0 where none was predicted as it.</summary>
    /// <param name="c">the class, from 0</param>
    /// <exception cref="IndexOutOfRangeException">there is no such class.</exception>
    public double Precision(int c) => Share(weights[c, c], predicted[c]);

    /// <summary>The share of samples of a class that were predicted as it; 0 where the class has no samples.</summary>
    /// <param name="c">the class, from 0</param>
    /// <exception cref="IndexOutOfRangeException">there is no such class.</exception>
    public double Recall(int c) => Share(weights[c, c], labelled[c]);

    /// <summary>The harmonic mean 2PR/(P + R) of the precision P and the recall R of a class; 0 where one of them is 0.</summary>
    /// <param name="c">the class, from 0</param>
    /// <exception cref="IndexOutOfRangeException">there is no such class.</exception>
    public double F1(int c) => Share(2 * weights[c, c], labelled[c] + predicted[c]);

    /// <summary>A table with a row for each label and a column for each class, named by number; see the other overload.</summary>
    public override string ToString() =>
        ToString([.. Enumerable.Range(0, Classes).Select(c => c.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>
    /// A table with a row for each label: how many of its samples were predicted as each class, its precision, recall and F1.
    /// </summary>
    /// <param name="classNames">the name of each class</param>
    /// <exception cref="ArgumentNullException">the list of names is null.</exception>
    /// <exception cref="ArgumentException">there are not as many names as classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        if (classNames.Count != Classes)
        {
            throw new ArgumentException($"There are {Classes} classes, but {classNames.Count} names.", nameof(classNames));
        }

        List<string[]> rows = [["label", .. classNames, "precision", "recall", "F1"]];
        rows.AddRange(classNames.Select((name, c) => Row(name, c)));
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            text.AppendJoin("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).AppendLine();
        }

        return text.Append(CultureInfo.InvariantCulture, $"accuracy {Accuracy:F3}, macro F1 {MacroF1:F3}, {Count} samples").ToString();
    }

    private string[] Row(string name, int c) =>
    [
        name,
        .. Enumerable.Range(0, Classes).Select(prediction => this[c, prediction].ToString(CultureInfo.InvariantCulture)),
        .. new[] { Precision(c), Recall(c), F1(c) }.Select(share => share.ToString("F3", CultureInfo.InvariantCulture)),
    ];

    private double Macro(Func<int, double> ofClass) => Enumerable.Range(0, Classes).Where(c => labelled[c] > 0).Average(ofClass);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static void RefuseOutOfRange(IReadOnlyList<int> values, int classes, string parameter)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] >= 0 && values[i] < classes) continue;
            throw new ArgumentOutOfRangeException(parameter, values[i], FormattableString.Invariant(
                $"Sample {i} has {values[i]}; with {classes} classes a class is between 0 and {classes - 1}."));
        }
    }
}
