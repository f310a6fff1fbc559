using System.Globalization;

namespace ResNet.Tabular;

/// <summary>How much a model needs a column: by how much its metric becomes worse where the column's cells are shuffled.</summary>
/// <param name="Column">the column</param>
/// <param name="Mean">the mean over the repeats; positive where the model needs the column, about 0 where it does not</param>
/// <param name="Deviation">the standard deviation over the repeats, √(Σ(x − x̄)²/(n − 1)); NaN for one</param>
public sealed record ColumnImportance(string Column, double Mean, double Deviation)
{
    /// <summary>The column, the mean and the deviation, such as <c>age 0.041 ± 0.002</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Shown.Name(Column)} {Shown.Number(Mean)} ± {Shown.Number(Deviation)}");
}
