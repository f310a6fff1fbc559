using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tests.Training.Metrics;

/// <summary>What came of an evaluation or an epoch, printed and as JSON.</summary>
public partial class EvaluationTests
{
    private static readonly Evaluation evaluation =
        new(0.3124, 0.0811) { Metrics = new Dictionary<string, double> { ["accuracy"] = 0.9189 } };

    private static readonly Evaluation broken =
        new(double.NaN, null) { Metrics = new Dictionary<string, double> { ["roc auc"] = double.NaN, ["own"] = double.NegativeInfinity } };

    [Fact]
    public void An_evaluation_prints_loss_error_and_metrics()
    {
        evaluation.ToString().Should().Be("loss 0.312, error 8.1 %, accuracy 0.919");
        new Evaluation(12_345.6, ErrorRate: null).ToString().Should().Be("loss 12,346");
        broken.ToString().Should().Be("loss NaN, roc auc NaN, own -Infinity");
    }

    [Fact]
    public void An_epoch_prints_its_number_and_what_it_brought()
    {
        new EpochResult(3, 0.4123, 0.1, evaluation, TimeSpan.Zero).ToString()
            .Should().Be("epoch 3: loss 0.412, error 10.0 %; validation loss 0.312, error 8.1 %, accuracy 0.919");
        var metrics = new Dictionary<string, double> { ["my accuracy"] = 0.9 };
        new EpochResult(3, 0.4123, 0.1, evaluation, default) { Metrics = metrics }.ToString().Split(Environment.NewLine).Should().Equal(
            "epoch 3: loss 0.412, error 10.0 %, my accuracy 0.900; validation loss 0.312, error 8.1 %,", "accuracy 0.919");
        new EpochResult(1, 2.5e-5, null, null, TimeSpan.Zero).ToString().Should().Be("epoch 1: loss 2.5E-5");
    }

    [Fact]
    public void Numbers_print_alike_on_every_machine()
    {
        object[] all =
        [
            evaluation, broken, new EpochResult(12, 1234.5, 0.5, evaluation, TimeSpan.Zero),
            new EpochResult(1, double.PositiveInfinity, 1, broken, TimeSpan.Zero),
        ];
        foreach (object printed in all) ForeignCulture.In(printed.ToString).Should().Be(printed.ToString());
    }

    [Fact]
    public void Many_metrics_and_unruly_names_stay_within_100_columns()
    {
        var metrics = Enumerable.Range(0, 30).ToDictionary(
            i => i % 3 == 0 ? $"{i}{new string('x', 300)}" : $"my\r\nown\u2028metric {i}", i => i * 1e-3);
        Evaluation many = evaluation with { Metrics = metrics };
        foreach (string text in new[] { many.ToString(), new EpochResult(9, 1, 1, many, TimeSpan.Zero) { Metrics = metrics }.ToString() })
        {
            text.Split(Environment.NewLine).Should().OnlyContain(line => line.Length <= 100 && !line.Any(char.IsControl));
            text.Should().Contain("my own metric 1 0.001").And.Contain("my own metric 29 0.029");
        }
    }

    [Fact]
    public void Evaluations_of_the_same_numbers_are_equal()
    {
        Evaluation same = evaluation with { Metrics = new Dictionary<string, double> { ["accuracy"] = 0.9189 } };
        same.Should().Be(evaluation);
        same.GetHashCode().Should().Be(evaluation.GetHashCode());
        (evaluation with { Metrics = new Dictionary<string, double> { ["accuracy"] = 0.9 } }).Should().NotBe(evaluation);
    }

    [Fact]
    public void What_is_no_finite_number_is_null_in_JSON()
    {
        Json(evaluation).Should().Be("""{"loss":0.3124,"errorRate":0.0811,"metrics":{"accuracy":0.9189}}""");
        Json(broken).Should().Be("""{"loss":null,"errorRate":null,"metrics":{"roc auc":null,"own":null}}""");
        Json(new EpochResult(1, double.NaN, 1, broken, default) { LearningRate = float.NaN, Metrics = broken.Metrics }).Should()
            .Contain("\"loss\":null").And.Contain("\"learningRate\":null").And.NotContain("NaN");
        Json(new TrainingProgress(1, 2, 3, 4, double.NaN) { SamplesPerSecond = double.PositiveInfinity, LearningRate = float.NaN })
            .Should().Contain("\"loss\":null").And.Contain("\"samplesPerSecond\":null").And.Contain("\"learningRate\":null");
    }

    [Fact]
    public void JSON_comes_back_as_what_it_was()
    {
        foreach (JsonSerializerOptions options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            var epoch = new EpochResult(7, 0.1, 0.2, evaluation, TimeSpan.FromSeconds(1.5))
            {
                LearningRate = 0.1f,
                Metrics = evaluation.Metrics,
            };
            JsonSerializer.Deserialize<EpochResult>(JsonSerializer.Serialize(epoch, options), options).Should().Be(epoch);
            Evaluation back = JsonSerializer.Deserialize<Evaluation>(JsonSerializer.Serialize(broken, options), options)!;
            back.Loss.Should().Be(double.NaN);
            back.Metrics.Should().Equal(new Dictionary<string, double> { ["roc auc"] = double.NaN, ["own"] = double.NaN });
        }
    }

    [Fact]
    public void Programs_without_reflection_write_the_same_JSON()
    {
        var epoch = new EpochResult(1, double.NaN, 1, broken, default) { LearningRate = 0.1f, Metrics = evaluation.Metrics };
        var history = new TrainingHistory([epoch], StopReason.Diverged) { Divergence = new Divergence(1, 2, "loss") };
        var progress = new TrainingProgress(1, 2, 3, 4, double.NaN) { LastEpoch = epoch };
        var metrics = new MetricValues(broken.Metrics);

        JsonSerializer.Serialize(epoch, ResultsJson.Default.EpochResult).Should().Be(Json(epoch));
        JsonSerializer.Serialize(history, ResultsJson.Default.TrainingHistory).Should().Be(Json(history));
        JsonSerializer.Serialize(progress, ResultsJson.Default.TrainingProgress).Should().Be(Json(progress));
        JsonSerializer.Serialize(metrics, ResultsJson.Default.MetricValues).Should().Be(Json(metrics))
            .And.Be("""{"roc auc":null,"own":null}""");
        JsonSerializer.Deserialize("""{"a":0.5,"b":null}""", ResultsJson.Default.MetricValues).Should().Equal(
            new MetricValues([KeyValuePair.Create("a", 0.5), KeyValuePair.Create("b", double.NaN)]));
        JsonSerializer.Deserialize(Json(evaluation), ResultsJson.Default.Evaluation).Should().Be(evaluation);
    }

    [Theory]
    [InlineData("""{"loss":"x"}""")]
    [InlineData("""{"loss":"NaN"}""")]
    [InlineData("""{"metrics":[]}""")]
    [InlineData("""{"metrics":{"a":1,"a":2}}""")]
    [InlineData("""{"metrics":{"a":true}}""")]
    public void JSON_that_holds_no_results_is_refused(string json) =>
        json.Invoking(text => JsonSerializer.Deserialize<Evaluation>(text, JsonSerializerOptions.Web)).Should().Throw<JsonException>();

    [Fact]
    public void Options_with_names_for_such_numbers_get_them()
    {
        var named = new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        string json = JsonSerializer.Serialize(broken, named);
        json.Should().Be("""{"Loss":"NaN","ErrorRate":null,"Metrics":{"roc auc":"NaN","own":"-Infinity"}}""");
        JsonSerializer.Deserialize<Evaluation>(json, named).Should().Be(broken);
    }

    private static string Json<T>(T result) => JsonSerializer.Serialize(result, JsonSerializerOptions.Web);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Evaluation))]
    [JsonSerializable(typeof(EpochResult))]
    [JsonSerializable(typeof(MetricValues))]
    [JsonSerializable(typeof(TrainingHistory))]
    [JsonSerializable(typeof(TrainingProgress))]
    private sealed partial class ResultsJson : JsonSerializerContext;
}
