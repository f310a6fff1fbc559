using System.Globalization;
using System.Text.Json;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class TabularModelTests
{
    /// <summary>A tram is late where it is both icy and uphill, or where nobody knows the weather.</summary>
    private static readonly Table trams = Trams(400, seed: 1);

    private static readonly TabularOptions brief = Brief(epochs: 60);

    [Fact]
    public void A_model_learns_what_columns_say_together()
    {
        var model = TabularModel.Fit(trams, "late", brief);
        Table later = Trams(200, seed: 2);

        model.Task.Should().Be(TabularTask.Classification);
        model.Classes.Should().Equal("no", "yes");
        model.Predict(later).Select(answer => answer.Class).Should().Equal(
            Enumerable.Range(0, later.RowCount).Select(row => later[row, later.IndexOf("late")]));
    }

    [Fact]
    public void Categories_as_codes_are_looked_up()
    {
        var model = TabularModel.Fit(trams, "late", new TabularOptions
        {
            Columns = new TableOptions
            {
                CategoryEncoding = CategoryEncoding.Codes,
                ColumnTypes = new Dictionary<string, ColumnType> { ["ice"] = ColumnType.Categorical }
            },
            Network = brief.Network,
            Training = brief.Training,
        });

        model.Encoder.Codes.Select(codes => codes.Column).Should().Equal("ice", "slope");
        model.Network.Parameters.Should().Contain(parameter => parameter.Name.Contains("embedding"));
        model.Evaluate(trams)["accuracy"].Should().BeGreaterThan(0.95);
    }

    [Fact]
    public void One_row_is_answered_as_among_others()
    {
        var model = TabularModel.Fit(trams, "late", brief);
        TabularPrediction among = model.Predict(trams)[7];
        var row = trams.Columns.Index().Where(pair => pair.Item != "late").ToDictionary(pair => pair.Item, pair => trams[7, pair.Index]);
        TabularPrediction alone = model.Predict(row);

        alone.Class.Should().Be(among.Class);
        alone.Probabilities.Should().Equal(among.Probabilities);
        alone.Probabilities.Values.Sum().Should().BeApproximately(1, 1e-6f);
        alone.Probabilities.Keys.Should().Equal(model.Classes);
        alone.Probabilities[alone.Class!].Should().Be(alone.Probabilities.Values.Max());
        alone.Value.Should().BeNull();
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        var model = TabularModel.Fit(trams, "late", Brief(epochs: 2));
        var again = TabularModel.Fit(trams, "late", Brief(epochs: 2));

        again.Network.Parameters.Select(parameter => parameter.Value).Should().Equal(
            model.Network.Parameters.Select(parameter => parameter.Value));
    }

    [Fact]
    public void The_encoding_knows_nothing_of_rows_held_back()
    {
        // one row of 20 has the colour red; with the seed that holds it back there is no feature for it
        var table = new Table(
            ["colour", "y"], Enumerable.Range(0, 20).Select(row => new[] { row == 0 ? "red" : "blue", row % 2 == 0 ? "a" : "b" }));
        bool[] knowsRed =
        [
            .. Enumerable.Range(0, 40)
                .Select(seed => TabularModel.Fit(table, "y", Small(seed, validation: 0.5)))
                .Select(model => model.Encoder.FeatureNames.Contains("colour=red")),
        ];

        knowsRed.Should().Contain(true).And.Contain(false);
        TabularModel.Fit(table, "y", Small(seed: 0, validation: 0)).Encoder.FeatureNames.Should().Contain("colour=red");
    }

    [Fact]
    public void Validation_is_of_the_rows_held_back()
    {
        TabularModel.Fit(trams, "late", Brief(epochs: 1)).History!.Epochs[0].Validation.Should().NotBeNull();
        TabularModel.Fit(trams, "late", Small(seed: 0, validation: 0)).History!.Epochs[0].Validation.Should().BeNull();
    }

    [Theory]
    [InlineData(20, TabularTask.Classification)]
    [InlineData(21, TabularTask.Regression)]
    public void More_than_twenty_numbers_are_a_number_to_predict(int values, TabularTask found)
    {
        var table = new Table(["x", "y"], Enumerable.Range(0, 84).Select(row => new[] { $"{row}", $"{row % values}" }));

        TabularModel.Fit(table, "y", Brief(epochs: 1)).Task.Should().Be(found);
        var told = new TabularOptions { Task = TabularTask.Regression, Training = Epochs(1) };
        TabularModel.Fit(table, "y", told).Task.Should().Be(TabularTask.Regression);
    }

    [Fact]
    public void Numbers_come_in_their_own_units()
    {
        // y = 5000 + 100 x
        static Table Line(IEnumerable<int> xs) => new(
            ["x", "y"], xs.Select(x => new[] { Text(x), Text(5000 + 100 * x) }));
        var model = TabularModel.Fit(Line(Enumerable.Range(0, 300)), "y", Brief(epochs: 100));

        model.Task.Should().Be(TabularTask.Regression);
        model.Classes.Should().BeEmpty();
        TabularPrediction answer = model.Predict(new Dictionary<string, string?> { ["x"] = "150" });
        answer.Value.Should().BeApproximately(20_000, 1000);
        answer.Class.Should().BeNull();
        answer.Probabilities.Should().BeEmpty();
    }

    [Fact]
    public void Classes_are_measured_on_rows_with_known_answers()
    {
        var model = TabularModel.Fit(trams, "late", Brief(epochs: 2));
        Table later = Trams(50, seed: 2);
        IReadOnlyDictionary<string, double> metrics = model.Evaluate(later);

        metrics.Keys.Should().Equal("accuracy", "log loss", "roc auc", "macro f1");
        TabularPrediction[] answers = [.. model.Predict(later)];
        metrics["accuracy"].Should().BeApproximately(
            answers.Where((answer, row) => answer.Class == later[row, 3]).Count() / 50.0, 1e-9);
        metrics["log loss"].Should().BeApproximately(
            -answers.Select((answer, row) => Math.Log(answer.Probabilities[later[row, 3]!])).Average(), 1e-5);
    }

    [Fact]
    public void Numbers_are_measured_on_rows_with_known_answers()
    {
        var table = new Table(["x", "y"], Enumerable.Range(0, 60).Select(x => new[] { Text(x), Text(300 + x * x) }));
        var model = TabularModel.Fit(table, "y", Brief(epochs: 2));
        IReadOnlyDictionary<string, double> metrics = model.Evaluate(table);

        double[] misses = [.. model.Predict(table).Select((answer, x) => answer.Value!.Value - (300.0 + x * x))];
        metrics.Keys.Should().Equal("rmse", "mae", "r2");
        metrics["rmse"].Should().BeApproximately(Math.Sqrt(misses.Average(miss => miss * miss)), 1e-2);
        metrics["mae"].Should().BeApproximately(misses.Average(Math.Abs), 1e-2);
    }

    [Fact]
    public void What_a_model_answers_goes_into_JSON()
    {
        var classes = TabularModel.Fit(trams, "late", Brief(epochs: 1));
        JsonSerializer.Serialize(classes.Predict(trams.Rows([0])), JsonSerializerOptions.Web).Should()
            .MatchRegex("""^\[{"class":"(no|yes)","probabilities":{"no":[0-9.]+,"yes":[0-9.]+}}]$""");
        Table oneClass = trams.Rows([.. Enumerable.Range(0, 400).Where(row => trams[row, 3] == "yes").Take(3)]);
        JsonSerializer.Serialize(classes.Evaluate(oneClass), JsonSerializerOptions.Web).Should().Contain("""roc auc":null,"macro f1":0.""");

        var numbers = TabularModel.Fit(trams, "wind", Brief(epochs: 1));
        JsonSerializer.Serialize(numbers.Predict(trams.Rows([0])), JsonSerializerOptions.Web).Should()
            .MatchRegex("""^\[{"value":-?[0-9.]+}]$""");
    }

    [Fact]
    public void A_model_prints_what_it_predicts_from_what_and_how_well()
    {
        string[] lines = Lines(TabularModel.Fit(trams, "late", brief));

        lines.Should().HaveCount(4);
        lines[..3].Should().Equal(
            "predicts late: no, yes", "from 3 columns as 5 features: ice, wind, slope", "with a network of depth 2, 258 parameters");
        lines[3].Should().MatchRegex(@"^validation loss [0-9.E-]+, error [0-9.]+ % \(epoch \d+ of 60\)$");
        Lines(TabularModel.Fit(trams, "wind", Brief(epochs: 1)))[0].Should().Be("predicts wind: a number");
        Lines(TabularModel.Fit(trams, "late", Small(seed: 0, validation: 0)))[3].Should().StartWith("training loss ");
    }

    [Fact]
    public void A_model_of_many_long_names_prints_within_100_columns_on_every_machine()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"a\ncolumn {i}{new string('x', i * 5)}")];
        var table = new Table(
            [.. names, "the\r\nlabel"],
            Enumerable.Range(0, 60).Select(row => names.Select((_, i) => $"{row * i}").Append($"class {row % 30}").ToArray()));
        var model = TabularModel.Fit(table, "the\r\nlabel", Brief(epochs: 1) with { Validation = 0 });

        Lines(model).Should().HaveCount(4).And.OnlyContain(line => line.Length <= 100 && !line.Any(char.IsControl));
        Lines(model)[0].Should().StartWith("predicts the label: class 0, class 1, ").And.EndWith(", … (30 classes)");
        ForeignCulture.In(model.ToString).Should().Be(model.ToString());
    }

    [Fact]
    public void A_loaded_or_cancelled_model_prints_without_results()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var model = TabularModel.Fit(trams, "late", brief, cancellation: cancellation.Token);
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;

        Lines(model).Should().HaveCount(3);
        TabularModel.Load(file).ToString().Should().Be(model.ToString());
    }

    [Fact]
    public void What_is_measured_prints_as_names_and_numbers() =>
        TabularModel.Fit(trams, "wind", Brief(epochs: 1)).Evaluate(trams).ToString().Should()
            .MatchRegex(@"^rmse [0-9.]+, mae [0-9.]+, r2 -?[0-9.]+$");

    [Fact]
    public void A_change_of_the_rate_keeps_the_other_defaults_of_the_task()
    {
        TrainerOptions? given = null, taken = null;
        TabularOptions options = new()
        {
            Network = builder => builder.AddLayer(2),
            Training = training => taken = (given = training) with { Optimizer = new AdamW(0.003f), TimeLimit = TimeSpan.FromTicks(1) },
        };

        TabularModel.Fit(trams, "late", options);
        given.Should().Be(new TrainerOptions { Epochs = 30, EarlyStopping = new EarlyStopping { Patience = 10 } });
        (taken!.Epochs, taken.EarlyStopping!.Patience, taken.Optimizer.LearningRate).Should().Be((30, 10, 0.003f));

        TabularModel.Fit(trams, "wind", options);
        given!.Loss.Should().BeSameAs(Loss.MeanSquaredError);
    }

    [Fact]
    public void No_training_at_all_is_refused()
    {
        Refused<ArgumentNullException>(() => new TabularOptions { Training = null! });
        Refused<ArgumentException>(
            () => TabularModel.Fit(trams, "late", new TabularOptions { Training = _ => null! }),
            "TabularOptions.Training gave no options to train with.*");
    }

    [Fact]
    public void A_cancelled_fit_gives_the_model_so_far()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        TabularModel.Fit(trams, "late", brief, cancellation: cancellation.Token).History!.StopReason.Should().Be(StopReason.Cancelled);
    }

    [Fact]
    public void What_no_model_can_be_made_of_is_refused()
    {
        Refused<ArgumentNullException>(() => TabularModel.Fit(null!, "late"));
        Refused<ArgumentNullException>(() => TabularModel.Fit(trams, null!));
        Refused<ArgumentException>(() => TabularModel.Fit(trams, "early"), "The table has no column 'early'*");
        Refused<ArgumentException>(
            () => TabularModel.Fit(trams.Rows([0]), "wind", new TabularOptions { Task = TabularTask.Regression }),
            "A split needs at least two rows.*");
        Refused<InvalidDataException>(
            () => TabularModel.Fit(trams, "slope", new TabularOptions { Task = TabularTask.Regression }),
            "Row *, column 3 (slope): expected a number, but found*");
        Refused<InvalidDataException>(
            () => TabularModel.Fit(new Table(["x", "y"], [["1", "a"], ["2", null]]), "y"), "Row 2, column 2 (y): the label is missing.");
        Refused<ArgumentOutOfRangeException>(() => new TabularOptions { Validation = 1 });
        Refused<ArgumentOutOfRangeException>(() => new TabularOptions { Validation = -0.1 });

        var model = TabularModel.Fit(trams, "late", Brief(epochs: 1));
        Refused<ArgumentException>(() => model.Predict(new Dictionary<string, string?> { ["ice"] = "1" }), "The row has no columns*");
        Refused<ArgumentException>(() => model.Evaluate(new Table(["ice", "wind", "slope"], [["1", "1", "up"]])), "*no column 'late'*");
    }

    private static Table Trams(int rows, int seed)
    {
        var random = new Random(seed);
        return new Table(["ice", "wind", "slope", "late"], Enumerable.Range(0, rows).Select(_ =>
        {
            int? ice = random.Next(6) == 0 ? null : random.Next(2) * 100 + random.Next(10);
            bool up = random.Next(2) == 0;
            string late = ice is null || (ice >= 100 && up) ? "yes" : "no";
            return new[] { ice is { } known ? Text(known) : null, Text(random.Next(50)), up ? "up" : "down", late };
        }));
    }

    private static string[] Lines(TabularModel model) => model.ToString()!.Split(Environment.NewLine);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static TabularOptions Brief(int epochs) => new() { Network = builder => builder.AddLayer(32), Training = Epochs(epochs) };

    private static TabularOptions Small(int seed, double validation) =>
        new() { Seed = seed, Validation = validation, Network = builder => builder.AddLayer(4), Training = Epochs(1) };

    private static Func<TrainerOptions, TrainerOptions> Epochs(int epochs) => training => training with
    {
        Optimizer = new AdamW(0.01f),
        BatchSize = 32,
        Epochs = epochs,
        EarlyStopping = new EarlyStopping { Patience = epochs },
    };

    private static void Refused<TException>(Func<object> make, string message = "*")
        where TException : Exception =>
        make.Should().ThrowExactly<TException>().WithMessage(message);
}
