using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>Rows for a model, from files that are read as its training rows were.</summary>
/// <param name="model">the model, which takes odd cells for missing or refuses them</param>
/// <param name="csv">how files are written, where the model does not know</param>
/// <param name="isStrict">whether what means nothing to the model is refused</param>
internal sealed class ModelRows(TabularModel model, CsvOptions csv, bool isStrict)
{
    /// <summary>The model as the options want it.</summary>
    public TabularModel Model => model;

    public static ModelRows For(TabularModel model, ParseResult line) =>
        new(model.With(FileOptions.OddCells(line)), FileOptions.Csv(line), FileOptions.IsStrict(line));

    /// <summary>All rows of a file.</summary>
    /// <exception cref="InvalidDataException">the file is invalid, or a cell means nothing to a strict model.</exception>
    public Table All(Stream file, UnknownTally unknown)
    {
        Table rows = model.Read(file, csv);
        Count(rows, unknown);
        return rows;
    }

    /// <summary>The model's answers for the rows of a file of any length, some at a time.</summary>
    /// <exception cref="InvalidDataException">the file is invalid, or a cell means nothing to a strict model.</exception>
    public IEnumerable<IReadOnlyList<TabularPrediction>> Answers(Stream file, UnknownTally unknown)
    {
        foreach (Table rows in model.ReadInParts(file, csv))
        {
            IReadOnlyList<TabularPrediction> answers = model.Predict(rows);
            Count(rows, unknown);
            yield return answers;
        }
    }

    private void Count(Table rows, UnknownTally unknown)
    {
        IReadOnlyList<UnknownCells> cells = model.UnknownCells(rows);
        if (isStrict && cells.Count > 0)
        {
            model.Encoder.Encode(rows); // refuses what is no number or date
            throw new InvalidDataException($"{cells[0]}.");
        }

        unknown.Add(cells);
    }
}
