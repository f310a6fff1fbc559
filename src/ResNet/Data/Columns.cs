using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace ResNet;

/// <summary>A dense matrix with one sample a column, each column contiguous in memory.</summary>
internal sealed class Columns
{
    private readonly float[] values;

    /// <summary>What a message about a shape adds where rows and columns seem to be swapped.</summary>
    internal const string SwapHint = " Samples are columns of the matrix: transpose it, or pass rows.";

    /// <summary>Takes ownership of <paramref name="values"/>, which hold one sample after another.</summary>
    internal Columns(int height, int count, float[] values)
    {
        this.values = values;
        Matrix = Matrix<float>.Build.Dense(height, count, values);
    }

    private Columns(Matrix<float> matrix, DenseColumnMajorMatrixStorage<float> storage)
    {
        values = storage.Data;
        Matrix = matrix;
    }

    /// <summary>The matrix, height × samples.</summary>
    internal Matrix<float> Matrix { get; }

    /// <summary>The number of values in a sample.</summary>
    internal int Height => Matrix.RowCount;

    /// <summary>The number of samples.</summary>
    internal int Count => Matrix.ColumnCount;

    /// <summary>The values of one sample.</summary>
    internal ReadOnlySpan<float> this[int index] => values.AsSpan(index * Height, Height);

    /// <summary>The columns of a matrix: the matrix itself where it is dense, a dense copy of any other.</summary>
    /// <param name="matrix">The matrix, height × samples.</param>
    /// <param name="row">What a row is called, such as "feature".</param>
    /// <param name="parameter">The parameter name for exceptions.</param>
    /// <exception cref="ArgumentException">The matrix is empty, too large to be dense, or holds a value that is not finite.</exception>
    internal static Columns Of(Matrix<float> matrix, string row, string parameter)
    {
        RefuseEmpty(matrix.ColumnCount, matrix.RowCount, row, parameter);
        RefuseTooLarge(matrix.ColumnCount, matrix.RowCount, parameter);

        Matrix<float> dense = matrix.Storage is DenseColumnMajorMatrixStorage<float> ? matrix : Matrix<float>.Build.DenseOfMatrix(matrix);
        var columns = new Columns(dense, (DenseColumnMajorMatrixStorage<float>)dense.Storage);
        columns.RefuseNonFinite(row, parameter);
        return columns;
    }

    /// <summary>The columns of a list with one sample a row, copied.</summary>
    /// <param name="rows">The samples, all of one length.</param>
    /// <param name="row">What a value of a sample is called, such as "feature".</param>
    /// <param name="parameter">The parameter name for exceptions.</param>
    /// <exception cref="ArgumentException">The list is empty, ragged, too large, or holds a value that is not finite.</exception>
    internal static Columns OfRows(IReadOnlyList<float[]> rows, string row, string parameter)
    {
        int height = rows.Count == 0 ? 0 : rows[0]?.Length ?? throw new ArgumentException("Row 0 is null.", parameter);
        RefuseEmpty(rows.Count, height, row, parameter);
        RefuseTooLarge(rows.Count, height, parameter);
        RefuseRagged(rows, height, parameter);

        float[] values = new float[height * rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            rows[i].CopyTo(values, i * height);
        }

        var columns = new Columns(height, rows.Count, values);
        columns.RefuseNonFinite(row, parameter);
        return columns;
    }

    /// <summary>The columns of samples that lie one after the other: of their own memory where it is a whole array, else copied.</summary>
    /// <param name="rows">The samples, row after row.</param>
    /// <param name="height">The number of values in a row.</param>
    /// <param name="row">What a value of a sample is called, such as "feature".</param>
    /// <param name="parameter">The parameter name for exceptions.</param>
    /// <exception cref="ArgumentException">There are no whole rows, or a value is not finite.</exception>
    internal static Columns OfRows(ReadOnlyMemory<float> rows, int height, string row, string parameter)
    {
        int count = RowMemory.CountOf(rows, height, row, parameter);
        RefuseEmpty(count, height, row, parameter);
        var columns = new Columns(height, count, RowMemory.ArrayOf(rows));
        columns.RefuseNonFinite(row, parameter);
        return columns;
    }

    /// <summary>A copy of some of the columns.</summary>
    /// <param name="samples">Their indices, in the order of the copy.</param>
    /// <exception cref="ArgumentException">The copy would be too large.</exception>
    internal Columns Select(IReadOnlyList<int> samples)
    {
        RefuseTooLarge(samples.Count, Height, nameof(samples));
        float[] copy = new float[samples.Count * Height];
        for (int i = 0; i < samples.Count; i++) this[samples[i]].CopyTo(copy.AsSpan(i * Height, Height));
        return new(Height, samples.Count, copy);
    }

    /// <summary>Refuses more values than a dense matrix can hold.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    internal static void RefuseTooLarge(int samples, int height, string parameter)
    {
        if ((long)samples * height > Array.MaxLength)
        {
            throw new ArgumentException(
                $"Expected at most {Array.MaxLength} values, but there are {samples} samples of {height} values.", parameter);
        }
    }

    private static void RefuseEmpty(int samples, int height, string row, string parameter)
    {
        if (samples == 0 || height == 0)
        {
            throw new ArgumentException(
                $"Expected at least one sample and one {row}, but there are {samples} samples of {height} {row}s.", parameter);
        }
    }

    private static void RefuseRagged(IReadOnlyList<float[]> rows, int height, string parameter)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i] is null)
            {
                throw new ArgumentException($"Row {i} is null.", parameter);
            }

            if (rows[i].Length != height)
            {
                throw new ArgumentException($"Row {i} has {rows[i].Length} values, expected {height} as in row 0.", parameter);
            }
        }
    }

    private void RefuseNonFinite(string row, string parameter)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                string value = values[i].ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"Expected finite numbers, but {row} {i % Height} of sample {i / Height} is {value}.", parameter);
            }
        }
    }
}
