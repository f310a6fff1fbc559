using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The results on the test images: overall, then by class.</summary>
internal static class ResultTable
{
    public static void Print(ImageResult result)
    {
        if (result.History.StopReason == StopReason.Cancelled)
        {
            AnsiConsole.WriteLine($"Interrupted: these are the results after {result.History.Epochs.Count} epochs.");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("On the test images");
        AnsiConsole.Write(Overall(result));
        AnsiConsole.WriteLine();
        AnsiConsole.Write(ByClass(result));
    }

    private static Table Overall(ImageResult result)
    {
        Table table = Columns(("accuracy", Justify.Right), ("log loss", Justify.Right), ("macro F1", Justify.Right), ("training", Justify.Right));
        return table.AddRow(
            $"{result.Confusion.Accuracy:P2}", $"{result.LogLoss:0.0000}", $"{result.Confusion.MacroF1:0.0000}",
            $"{result.History.Duration.TotalSeconds:0.0} s");
    }

    private static Table ByClass(ImageResult result)
    {
        Table table = Columns(("class", Justify.Left), ("precision", Justify.Right), ("recall", Justify.Right), ("F1", Justify.Right));
        for (int label = 0; label < result.Confusion.Classes; label++)
        {
            table.AddRow(
                Markup.Escape(result.Names[label]), $"{result.Confusion.Precision(label):P1}", $"{result.Confusion.Recall(label):P1}",
                $"{result.Confusion.F1(label):0.000}");
        }

        return table;
    }

    private static Table Columns(params (string Head, Justify Alignment)[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach ((string head, Justify alignment) in columns)
        {
            table.AddColumn(new TableColumn(head) { NoWrap = true, Alignment = alignment, Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }
}
