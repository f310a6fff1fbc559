using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>
/// Samples to train or evaluate a network on: inputs, each with a label (classification) or with targets (regression).
/// </summary>
/// <remarks>
/// A dense matrix, and an array of rows that lie one after the other, are kept, not copied: later writes to them change the data
/// set, without checks. Any other matrix is copied into a dense one; labels and rows in arrays of their own are copied too.
/// </remarks>
/// <example>
/// <code>
/// float[][] rows = [[5.1f, 3.5f], [4.9f, 3.0f], [6.2f, 2.9f]];       // a sample a row
/// Dataset irises = Dataset.ForClassification(rows, labels: [0, 0, 1], classes: 2);
/// (Dataset training, Dataset heldOut) = irises.Split(heldOut: 0.3);
/// </code>
/// </example>
public sealed partial class Dataset
{
    private readonly Columns inputs;
    private readonly Columns? targets;
    private readonly int[]? labels;

    private Dataset(Columns inputs, int[] labels, int classes)
    {
        this.inputs = inputs;
        this.labels = labels;
        Labels = Array.AsReadOnly(labels);
        Classes = classes;
    }

    private Dataset(Columns inputs, Columns targets)
    {
        this.inputs = inputs;
        this.targets = targets;
    }

    /// <summary>The inputs, features × samples: column j is sample j.</summary>
    public Matrix<float> Inputs => inputs.Matrix;

    /// <summary>The label of each sample, from 0 to <see cref="Classes"/> − 1; <c>null</c> for regression.</summary>
    public IReadOnlyList<int>? Labels { get; }

    /// <summary>The targets, outputs × samples: column j is that of sample j; <c>null</c> for classification.</summary>
    public Matrix<float>? Targets => targets?.Matrix;

    /// <summary>The number of classes, at least 2; 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count => inputs.Count;

    /// <summary>The number of features of a sample, at least 1.</summary>
    public int Features => inputs.Height;

    /// <summary>The label of each sample; empty for regression.</summary>
    internal ReadOnlySpan<int> LabelSpan => labels;

    /// <summary>Makes a data set for classification from a matrix.</summary>
    /// <param name="inputs">The inputs, features × samples. A dense matrix is kept, not copied.</param>
    /// <param name="labels">The label of each sample, from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or a label is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no features, there are not as many labels as samples, or an input is not finite.
    /// </exception>
    public static Dataset ForClassification(Matrix<float> inputs, IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Columns columns = Columns.Of(inputs, "feature", nameof(inputs));
        return new(columns, CheckedLabels(labels, inputs.ColumnCount, classes, countIfSwapped: inputs.RowCount), classes);
    }

    /// <summary>Makes a data set for classification from a list with one sample a row.</summary>
    /// <param name="rows">The inputs: one row of features for each sample. Copied.</param>
    /// <param name="labels">The label of each sample, from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or a label is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no features, a row is <c>null</c> or of another length than the first, there are not as many
    /// labels as samples, or an input is not finite.
    /// </exception>
    public static Dataset ForClassification(IReadOnlyList<float[]> rows, IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        return new(Columns.OfRows(rows, "feature", nameof(rows)), CheckedLabels(labels, rows.Count, classes), classes);
    }

    /// <summary>Makes a data set for classification from samples that lie row after row.</summary>
    /// <param name="rows">The inputs, one sample after another. A whole array is kept, not copied.</param>
    /// <param name="features">The length of a row.</param>
    /// <param name="labels">The label of each sample, from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentNullException">The labels are <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no feature, there are fewer than two classes, or a label is out of range.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are no samples, the last row is not whole, there are not as many labels as samples, or an input is not finite.
    /// </exception>
    public static Dataset ForClassification(ReadOnlyMemory<float> rows, int features, IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Columns inputs = Columns.OfRows(rows, features, "feature", nameof(rows));
        return new(inputs, CheckedLabels(labels, inputs.Count, classes), classes);
    }

    /// <summary>Makes a data set for regression from matrices.</summary>
    /// <param name="inputs">The inputs, features × samples. A dense matrix is kept, not copied.</param>
    /// <param name="targets">The targets, outputs × samples. A dense matrix is kept, not copied.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples, features or outputs, there are not as many targets as samples, or a number is not finite.
    /// </exception>
    public static Dataset ForRegression(Matrix<float> inputs, Matrix<float> targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        RefuseOtherCount(
            inputs.ColumnCount, targets.ColumnCount, nameof(targets), inputs.RowCount == targets.RowCount ? targets.ColumnCount : -1);
        return new(Columns.Of(inputs, "feature", nameof(inputs)), Columns.Of(targets, "output", nameof(targets)));
    }

    /// <summary>Makes a data set for regression from lists with one sample a row.</summary>
    /// <param name="rows">The inputs: one row of features for each sample. Copied.</param>
    /// <param name="targets">The targets: one row of outputs for each sample. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples, features or outputs, a row is <c>null</c> or of another length than the first, there are not as
    /// many targets as samples, or a number is not finite.
    /// </exception>
    public static Dataset ForRegression(IReadOnlyList<float[]> rows, IReadOnlyList<float[]> targets)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(targets);
        RefuseOtherCount(rows.Count, targets.Count, nameof(targets));
        return new(Columns.OfRows(rows, "feature", nameof(rows)), Columns.OfRows(targets, "output", nameof(targets)));
    }

    /// <summary>Makes a data set for regression from a list with one sample a row, and a number for each.</summary>
    /// <param name="rows">The inputs: one row of features for each sample. Copied.</param>
    /// <param name="targets">The target of each sample. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or features, a row is <c>null</c> or of another length than the first, there are not as many targets as
    /// samples, or a number is not finite.
    /// </exception>
    public static Dataset ForRegression(IReadOnlyList<float[]> rows, IReadOnlyList<float> targets)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(targets);
        RefuseOtherCount(rows.Count, targets.Count, nameof(targets));
        return new(Columns.OfRows(rows, "feature", nameof(rows)), Columns.OfRows(targets.ToArray(), 1, "output", nameof(targets)));
    }

    /// <summary>Makes a data set for regression from samples that lie row after row.</summary>
    /// <param name="rows">The inputs, one sample after another. A whole array is kept, not copied.</param>
    /// <param name="features">The length of a row of inputs.</param>
    /// <param name="targets">The targets, likewise.</param>
    /// <param name="outputs">The length of a row of targets.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature or no output.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples, a last row is not whole, there are not as many targets as samples, or a number is not finite.
    /// </exception>
    public static Dataset ForRegression(ReadOnlyMemory<float> rows, int features, ReadOnlyMemory<float> targets, int outputs = 1)
    {
        Columns inputs = Columns.OfRows(rows, features, "feature", nameof(rows));
        RefuseOtherCount(inputs.Count, RowMemory.CountOf(targets, outputs, "output", nameof(targets)), nameof(targets));
        return new(inputs, Columns.OfRows(targets, outputs, "output", nameof(targets)));
    }

    /// <summary>
    /// Reads a data set for classification from two IDX files of unsigned bytes, each plain or gzipped, whatever their names.
    /// </summary>
    /// <param name="imagesPath">
    /// The images: samples are the first dimension, the others are flattened to features. Each byte is divided by 255.
    /// </param>
    /// <param name="labelsPath">The labels, in one dimension.</param>
    /// <param name="classes">The number of classes, at least 2; <c>null</c> for the largest label + 1.</param>
    /// <exception cref="ArgumentNullException">A path is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is less than 2.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is not a complete IDX file of unsigned bytes, the numbers of images and labels differ, a label is out of range,
    /// or there is only one class.
    /// </exception>
    public static Dataset FromIdx(string imagesPath, string labelsPath, int? classes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        if (classes is int given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 2, nameof(classes));
        }

        IdxImages images = IdxImages.Read(imagesPath, labelsPath, classes);
        return new(images.Inputs, images.Labels, images.Classes);
    }

    /// <summary>The size and what is to be learned, such as <c>60,000 samples of 784 features, 10 classes</c>.</summary>
    public override string ToString()
    {
        string learned = IsMultiLabel ? $"any of {Shown.Count(targets!.Height, "class", "classes")} each"
            : targets is null ? Shown.Count(Classes, "class", "classes") : Shown.Count(targets.Height, "target");
        return $"{Shown.Count(Count, "sample")} of {Shown.Count(Features, "feature")}, {learned}{(weights is null ? "" : ", weighted")}";
    }

    /// <summary>The features of one sample.</summary>
    internal ReadOnlySpan<float> Sample(int index) => inputs[index];

    /// <summary>The target of one sample.</summary>
    internal Target TargetOf(int index) => targets is null ? new(labels![index]) : new(targets[index]);

    private static int[] CheckedLabels(IReadOnlyList<int> labels, int samples, int classes, int countIfSwapped = -1)
    {
        RefuseOtherCount(samples, labels.Count, nameof(labels), countIfSwapped);
        int[] copy = [.. labels];
        for (int i = 0; i < copy.Length; i++) RefuseNoClass(copy[i], i, classes, nameof(labels));
        return copy;
    }

    private static void RefuseNoClass(int label, int sample, int classes, string parameter)
    {
        if (label < 0 || label >= classes)
        {
            throw new ArgumentOutOfRangeException(parameter, label, FormattableString.Invariant(
                $"Label {sample} is {label}; with {classes} classes a label is between 0 and {classes - 1}."));
        }
    }

    /// <param name="samples">the number of samples</param>
    /// <param name="count">the number of labels, targets or weights</param>
    /// <param name="parameter">what they are called</param>
    /// <param name="countIfSwapped">the number that there would be if rows and columns of the inputs were swapped</param>
    private static void RefuseOtherCount(int samples, int count, string parameter, int countIfSwapped = -1)
    {
        if (count == samples) return;
        string hint = count == countIfSwapped ? Columns.SwapHint : "";
        throw new ArgumentException($"Expected {samples} {parameter}, one for each sample, but there are {count}.{hint}", parameter);
    }
}
