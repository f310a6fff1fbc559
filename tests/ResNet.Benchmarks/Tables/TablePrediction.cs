using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tabular;

namespace ResNet.Benchmarks.Tables;

/// <summary>The time of a model's predictions of a table that is read, beside its network's of the features alone.</summary>
internal static class TablePrediction
{
    private const int TrainingRows = 20_000;

    public static IEnumerable<(TableFigure, double)> Measure(string file)
    {
        Table table = Table.FromCsv(file);
        Table few = table.Rows([.. Enumerable.Range(0, Math.Min(TrainingRows, table.RowCount))]);
        var options = new TabularOptions { Training = training => training with { Epochs = 1 } };
        TabularModel model = TabularModel.Fit(few, TableFile.Label, options);
        Matrix<float> features = model.Encoder.Encode(table);
        model.Network.PredictProbabilities(features);
        model.Predict(few);

        double network = Seconds(() => model.Network.PredictProbabilities(features));
        double whole = Seconds(() => model.Predict(table)) + Seconds(() => model.Predict(table));
        network += Seconds(() => model.Network.PredictProbabilities(features));
        return [(TableFigure.ModelPrediction, whole / 2), (TableFigure.NetworkPrediction, network / 2)];
    }

    /// <summary>Without the collection of what came before.</summary>
    private static double Seconds(Func<object> predict)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        object predictions = predict();
        double seconds = watch.Elapsed.TotalSeconds;
        GC.KeepAlive(predictions);
        return seconds;
    }
}
