using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <content>Predictions.</content>
public sealed partial class TabularModel
{
    /// <summary>
    /// Predicts rows, with or without the label column; other columns are ignored. Keeps nothing, so any number of threads may call it
    /// at once.
    /// </summary>
    /// <param name="table">the rows; columns are found by name</param>
    /// <returns>a prediction for each row</returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column; see <see cref="TableOptions.OddCells"/>.</exception>
    public IReadOnlyList<TabularPrediction> Predict(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return PredictionsFor(Encoder.Encode(table));
    }

    private PredictionList PredictionsFor(Matrix<float> features)
    {
        Matrix<float> outputs = target.OutputsOf(Network, features);
        return new PredictionList(outputs.AsColumnMajorArray() ?? outputs.ToColumnMajorArray(), outputs.RowCount, target);
    }

    /// <summary>
    /// Predicts one row. Cells are texts and mean what they mean in a file; numbers may be invariant, such as <c>"3.5"</c>, too. The label
    /// is ignored. Any number of threads may call it at once.
    /// </summary>
    /// <param name="row">the cells by the names of their columns; null for a missing value</param>
    /// <returns>
    /// the prediction; its <see cref="TabularPrediction.Doubts"/> name unknown categories and cells that belong to no column
    /// </returns>
    /// <exception cref="ArgumentNullException">the row is null.</exception>
    /// <exception cref="ArgumentException">columns are missing; the message names them, and those that there are.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column; see <see cref="TableOptions.OddCells"/>.</exception>
    public TabularPrediction Predict(IReadOnlyDictionary<string, string?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Table table = Table.ByHand(row);
        IEnumerable<string> unknown =
            Encoder.UnknownIn(table).Select(cell => $"{Shown.Name(cell.Column)}: '{Shown.Name(cell.Text)}' is {cell.Meaning}");
        IEnumerable<string> extra = row.Keys.Where(name => !Labels.Contains(name) && !Encoder.ColumnTypes.ContainsKey(name))
            .Select(name => $"{Shown.Name(name)}: no column of the training rows");
        return Predict(table)[0] with { Doubts = [.. unknown, .. extra] };
    }

    /// <summary>
    /// The texts in rows that mean nothing to the model: unknown categories and, where odd cells are missing, cells that are none of a
    /// column's numbers or dates.
    /// </summary>
    /// <param name="table">the rows</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    public IReadOnlyList<UnknownCells> UnknownCells(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. Encoder.UnknownIn(table)];
    }
}
