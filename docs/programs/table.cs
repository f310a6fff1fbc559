// Cross-validates models of a CSV table, then fits one to all rows, saves it, loads it and asks it about one row:
// dotnet run docs/programs/table.cs -- TABLE.csv LABEL [FOLDS]
#:project ../../src/ResNet.Tabular

using ResNet.Tabular;

Table table = Table.FromCsv(args[0]);
string label = args[1];
int folds = args.Length > 2 ? int.Parse(args[2]) : 5;

// Every row is once among those that a model has not seen.
var results = new Dictionary<string, List<double>>();
foreach ((Table training, Table validation) in table.Folds(folds, seed: 1))
{
    TabularModel model = TabularModel.Fit(training, label);
    foreach ((string metric, double value) in model.Evaluate(validation))
    {
        if (!results.ContainsKey(metric)) results[metric] = [];
        results[metric].Add(value);
    }
}

foreach ((string metric, List<double> values) in results)
{
    double mean = values.Average(), deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (folds - 1));
    Console.WriteLine($"{metric,-10} {mean:F4} ± {deviation:F4} over {folds} folds");
}

// The model to use is one of all rows. It holds some of them out itself, to know when to stop.
TabularModel.Fit(table, label).Save("model.safetensors");
TabularModel loaded = TabularModel.Load("model.safetensors");

// A row is its cells by the names of their columns; null is a missing value.
Dictionary<string, string?> row = table.Columns.Index().ToDictionary(column => column.Item, column => table[0, column.Index]);
row.Remove(label, out string? answer);
Console.WriteLine($"predicted: {loaded.Predict(row)}; in the table: {answer}");
