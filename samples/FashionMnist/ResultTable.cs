using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The results on the test images: overall, then by class.</summary>
internal static class ResultTable
{
    public static void Print(ImageResult result)
    {
        if (result.History.StopReason == StopReason.Cancelled)
        {
            Terminal.WriteLine($"Interrupted: these are the results after {result.History.Epochs.Count} epochs.");
        }

        Terminal.WriteLine();
        Terminal.WriteLine("On the test images");
        Overall(result).Print();
        Terminal.WriteLine();
        ByClass(result).Print();
    }

    private static TextTable Overall(ImageResult result)
    {
        var table = new TextTable(
            ("accuracy", Justify.Right), ("log loss", Justify.Right), ("macro F1", Justify.Right), ("training", Justify.Right));
        table.Add(
            $"{result.Confusion.Accuracy:P2}", $"{result.LogLoss:0.0000}", $"{result.Confusion.MacroF1:0.0000}",
            $"{result.History.Duration.TotalSeconds:0.0} s");
        return table;
    }

    private static TextTable ByClass(ImageResult result)
    {
        var table = new TextTable(
            ("class", Justify.Left), ("precision", Justify.Right), ("recall", Justify.Right), ("F1", Justify.Right));
        for (int label = 0; label < result.Confusion.Classes; label++)
        {
            table.Add(
                result.Names[label], $"{result.Confusion.Precision(label):P1}", $"{result.Confusion.Recall(label):P1}",
                $"{result.Confusion.F1(label):0.000}");
        }

        return table;
    }
}
