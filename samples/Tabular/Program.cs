using ResNet;
using ResNet.Plotting;
using ResNet.Samples;
using ResNet.Tabular;

// a file and its label, or made-up loans; a fifth of the rows is kept for the test
(Table all, string label) = args is [var file, var column]
    ? (Table.FromCsv(file), column)
    : (Table.From(Loan.Some(6000)), nameof(Loan.Repaid));
(Table training, Table test) = all.Split(heldOut: 0.2, seed: 1);

// what the columns are taken for is settled, and can be doubted, before training
var fit = new TabularFit(training, label, new TabularOptions { Seed = 1 });
foreach (string doubt in fit.Model.Doubts) Console.WriteLine($"doubt: {doubt}");
TabularModel model = fit.Run(new ConsoleProgress());
Console.WriteLine(model);
Console.WriteLine($"on {test.RowCount} test rows: {model.Evaluate(test)}");
Console.WriteLine(model.PermutationImportance(test));

// saved, loaded, and asked about a row
model.Save("table.safetensors");
Console.WriteLine(TabularModel.Load("table.safetensors").Predict(test.Rows([0]))[0]);

new TrainingFigure(model.History!).SavePng("training.png");
if (model.Task == TabularTask.Classification) new ConfusionFigure(model.Confusion(test), model.Classes).SavePng("confusion.png");
