using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ResNet.Benchmarks.Tables;

/// <summary>
/// The same encoding by ML.NET: one pass over the file to learn the categories, then one that reads and encodes every row, which a
/// training would repeat.
/// </summary>
internal static class TextLoading
{
    private const string Numbers = "numbers", Features = "features";

    public static IEnumerable<(TableFigure, double)> Measure(string file)
    {
        var watch = Stopwatch.StartNew();
        var context = new MLContext(seed: 0);
        IDataView rows = context.Data.CreateTextLoader(Columns(), separatorChar: ',', hasHeader: true).Load(file);
        InputOutputColumnPair[] categories = [.. TableFile.CategoryColumns.Select(column => new InputOutputColumnPair(column))];
        IDataView encoded = context.Transforms.Categorical.OneHotEncoding(categories)
            .Append(context.Transforms.Concatenate(Features, [Numbers, .. TableFile.CategoryColumns]))
            .Append(context.Transforms.Conversion.MapValueToKey(TableFile.Label))
            .Fit(rows).Transform(rows);
        double fit = watch.Elapsed.TotalSeconds;
        watch.Restart();
        Pass(encoded);
        return [(TableFigure.TextLoaderFit, fit), (TableFigure.TextLoaderPass, watch.Elapsed.TotalSeconds)];
    }

    private static TextLoader.Column[] Columns()
    {
        int first = TableFile.NumberColumns;
        return
        [
            new(Numbers, DataKind.Single, 0, first - 1),
            .. TableFile.CategoryColumns.Select((column, index) => new TextLoader.Column(column, DataKind.String, first + index)),
            new(TableFile.Label, DataKind.String, first + TableFile.CategoryColumns.Count),
        ];
    }

    private static void Pass(IDataView encoded)
    {
        DataViewSchema.Column features = encoded.Schema[Features], label = encoded.Schema[TableFile.Label];
        using DataViewRowCursor cursor = encoded.GetRowCursor([features, label]);
        ValueGetter<VBuffer<float>> featuresOf = cursor.GetGetter<VBuffer<float>>(features);
        ValueGetter<uint> labelOf = cursor.GetGetter<uint>(label);
        VBuffer<float> values = default;
        uint key = 0;
        while (cursor.MoveNext())
        {
            featuresOf(ref values);
            labelOf(ref key);
        }
    }
}
