using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>A training from its rows to its files.</summary>
internal sealed class TrainSession
{
    private readonly ParseResult line;
    private readonly ToolConsole console;
    private readonly OutputFolder? folder;
    private readonly Table table;
    private readonly string label;
    private readonly TabularOptions options;
    private readonly TabularFit fit;
    private readonly Table? test;
    private TrainReport report;

    /// <summary>Settles everything that can be wrong before training.</summary>
    /// <exception cref="ArgumentException">an option does not fit the rows.</exception>
    /// <exception cref="IOException">the test rows cannot be read.</exception>
    /// <exception cref="InvalidDataException">the rows are invalid.</exception>
    public TrainSession(ParseResult line, ToolConsole console, OutputFolder? folder, Table table)
    {
        (this.line, this.console, this.folder, this.table) = (line, console, folder, table);
        label = ColumnOptions.Find(table, line, ColumnOptions.Label)!;
        options = TrainingOptions.For(table, line);
        fit = new TabularFit(table, label, options);
        console.Warn(fit.Model.Doubts);
        report = new TrainReport(label, fit.Model.Task, table.RowCount, [.. fit.Model.Doubts.Select(OptionNames.In)]);
        test = TestRows();
    }

    private int? Folds => line.GetValue(TrainingOptions.Folds);

    /// <summary>Whether one model is wanted, and not only how good those of the folds are.</summary>
    private bool IsOneWanted => Folds is null || test is not null || line.GetValue(TrainCommand.Save) is not null;

    public ExitCode Run()
    {
        using var interruption = new Interruption();
        TabularModel? model = IsOneWanted ? Train(interruption.Token) : null;
        if (model is not null && test is not null)
        {
            report = report with { Test = new Measured(line.GetValue(TrainCommand.Test)!, test.RowCount, Measure(model, test)) };
            Tell(report.Test);
        }

        if (Folds is { } folds && !interruption.Token.IsCancellationRequested) CrossValidate(folds, interruption.Token);
        if (folder is not null) File.WriteAllText(folder["metrics.json"], Json.Document(report));
        if (line.GetValue(Json.Option)) console.Output.WriteLine(Json.Document(report));
        return interruption.Token.IsCancellationRequested ? ExitCode.Interrupted
            : report.Stopped == StopReason.Diverged ? ExitCode.Diverged
            : ExitCode.Done;
    }

    /// <summary>The rows of the test file, on which the model could be measured if it were trained.</summary>
    private Table? TestRows()
    {
        if (line.GetValue(TrainCommand.Test) is not { } path) return null;
        using Stream file = console.Open(path);
        var unknown = new UnknownTally();
        Table rows = ModelRows.For(fit.Model, line).All(file, unknown);
        Measure(fit.Model, rows);
        console.Warn(unknown.Doubts);
        return rows;
    }

    /// <summary>The model on rows, weighted where they have the column of weights.</summary>
    private MetricValues Measure(TabularModel model, Table rows)
    {
        bool isWeighted = options.Weights?.Column is { } column && rows.Columns.Contains(column);
        return model.With(FileOptions.OddCells(line)).Evaluate(rows, metrics: null, isWeighted ? options.Weights : null);
    }

    private TabularModel? Train(CancellationToken cancellation)
    {
        TabularModel model = fit.Run(new ConsoleProgress(console.Error), cancellation);
        TrainingHistory history = model.History!;
        report = report with
        {
            Epochs = history.Epochs.Count,
            BestEpoch = history.BestEpoch,
            Stopped = history.StopReason,
            Seconds = history.Duration.TotalSeconds,
            ValidationLoss = history.BestEpoch is { } best ? history.Epochs[best - 1].Validation?.Loss : null,
        };
        if (history is { StopReason: StopReason.Cancelled, Epochs.Count: 0 })
        {
            console.Error.WriteLine("Interrupted before the first epoch was done; there is no model to keep.");
            return null;
        }

        if (line.GetValue(TrainCommand.Save) is { } path)
        {
            model.Save(path);
            report = report with { Saved = path };
        }

        Tell(model);
        Tell(TrainingEnd.Of(history, report.Saved));
        return model;
    }

    private void CrossValidate(int folds, CancellationToken cancellation)
    {
        CrossValidation result = TabularModel.CrossValidate(
            table, label, folds, options, training: new ConsoleProgress(console.Error), cancellation: cancellation);
        report = report with { Folds = new FoldsReport(result.Planned, result.Folds, result.Mean, result.Deviation) };
        Tell(result);
        if (folder is not null) PredictionsFile.Write(folder["predictions.csv"], fit.Model, table, result);
    }

    /// <summary>Tells people; programs get it all in one document.</summary>
    private void Tell(object what)
    {
        if (!line.GetValue(Json.Option)) console.Output.WriteLine(what);
    }
}
