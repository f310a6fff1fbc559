using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <content>Samples that belong to any number of classes.</content>
public sealed partial class Dataset
{
    /// <summary>Whether the targets say which classes a sample belongs to.</summary>
    internal bool IsMultiLabel { get; private init; }

    /// <summary>
    /// Makes a multi-label data set, in which each sample belongs to any number of classes. The targets, classes × samples, are 1
    /// where the sample belongs to the class and 0 elsewhere.
    /// </summary>
    /// <param name="inputs">The inputs, features × samples. A dense matrix is kept, not copied.</param>
    /// <param name="labels">The classes of each sample, from 0 to <paramref name="classes"/> − 1; none, one or more.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or a label is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no features, there are not as many lists of labels as samples, a list is <c>null</c>, or an input
    /// is not finite.
    /// </exception>
    public static Dataset ForMultiLabel(Matrix<float> inputs, IReadOnlyList<IReadOnlyList<int>> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        RefuseOtherCount(inputs.ColumnCount, labels.Count, nameof(labels), inputs.RowCount);
        return ForMultiLabel(Columns.Of(inputs, "feature", nameof(inputs)), labels, classes);
    }

    /// <summary>Makes a multi-label data set from a list with one sample a row.</summary>
    /// <param name="rows">The inputs: one row of features for each sample. Copied.</param>
    /// <param name="labels">The classes of each sample, from 0 to <paramref name="classes"/> − 1; none, one or more.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or a label is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no features, a row is <c>null</c> or of another length than the first, there are not as many lists of
    /// labels as samples, a list is <c>null</c>, or an input is not finite.
    /// </exception>
    public static Dataset ForMultiLabel(IReadOnlyList<float[]> rows, IReadOnlyList<IReadOnlyList<int>> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        RefuseOtherCount(rows.Count, labels.Count, nameof(labels));
        return ForMultiLabel(Columns.OfRows(rows, "feature", nameof(rows)), labels, classes);
    }

    private static Dataset ForMultiLabel(Columns inputs, IReadOnlyList<IReadOnlyList<int>> labels, int classes) =>
        new(inputs, new Columns(classes, labels.Count, Memberships(labels, classes))) { IsMultiLabel = true };

    private static float[] Memberships(IReadOnlyList<IReadOnlyList<int>> labels, int classes)
    {
        Columns.RefuseTooLarge(labels.Count, classes, nameof(labels));
        float[] memberships = new float[labels.Count * classes];
        for (int sample = 0; sample < labels.Count; sample++)
        {
            foreach (int label in labels[sample] ?? throw new ArgumentException($"The labels of sample {sample} are null.", nameof(labels)))
            {
                RefuseNoClass(label, sample, classes, nameof(labels));
                memberships[sample * classes + label] = 1;
            }
        }

        return memberships;
    }
}
