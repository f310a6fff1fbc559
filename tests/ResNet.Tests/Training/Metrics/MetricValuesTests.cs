using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tests.Training.Metrics;

/// <summary>Values of metrics with what there is to doubt about them, printed, compared and as JSON.</summary>
public partial class MetricValuesTests
{
    private const string Doubt = "2 rows are of class 'owl', which was not in the training data.";
    private const string Other = "No row is of class 'jay'.";

    private static readonly MetricValues plain = new([KeyValuePair.Create("accuracy", 0.9189), KeyValuePair.Create("log loss", 0.3124)]);
    private static readonly MetricValues doubted = new(plain) { Doubts = [Doubt, Other] };

    [Fact]
    public void Values_print_on_a_line_and_each_doubt_on_its_own()
    {
        plain.ToString().Should().Be("accuracy 0.919, log loss 0.312");
        Lines(doubted).Should().Equal("accuracy 0.919, log loss 0.312", Doubt, Other);
        ForeignCulture.In(doubted.ToString).Should().Be(doubted.ToString());
    }

    [Fact]
    public void Doubts_stand_below_what_the_values_are_part_of()
    {
        var evaluation = new Evaluation(0.5, 0.1) { Metrics = doubted };
        var epoch = new EpochResult(3, 0.25, null, evaluation, default) { Metrics = new MetricValues([]) { Doubts = ["First.", Doubt] } };

        Lines(evaluation).Should().Equal("loss 0.500, error 10.0 %, accuracy 0.919, log loss 0.312", Doubt, Other);
        Lines(epoch).Should().Equal(
            "epoch 3: loss 0.250; validation loss 0.500, error 10.0 %, accuracy 0.919, log loss 0.312", "First.", Doubt, Other);
    }

    [Fact]
    public void Long_and_unruly_doubts_stay_within_100_columns()
    {
        string bird = string.Concat(Enumerable.Repeat("🦉", 80));
        var values = new MetricValues(plain)
        {
            Doubts = [$"one\r\ntwo\u2028three\u001b {string.Join(' ', Enumerable.Repeat("many words", 30))}", $"class '{bird}' is new"],
        };

        string[] lines = Lines(values);

        lines.Should().OnlyContain(line => line.Length <= 100 && !line.Any(char.IsControl));
        lines[1].Should().StartWith("one two three many words many");
        string.Join(' ', lines).Split("many words").Should().HaveCount(31);
        lines[^2].Should().StartWith("'🦉").And.EndWith("🦉…");
        lines[^1].Should().Be("is new");
    }

    [Fact]
    public void Doubts_are_a_copy()
    {
        List<string> doubts = [Doubt];
        var values = new MetricValues(plain) { Doubts = doubts };
        doubts.Add(Other);

        values.Doubts.Should().Equal(Doubt);
        plain.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Values_with_other_doubts_are_not_equal()
    {
        var same = new MetricValues(plain) { Doubts = [Doubt, Other] };
        same.Equals(doubted).Should().BeTrue();
        same.GetHashCode().Should().Be(doubted.GetHashCode());
        new MetricValues(doubted).Equals(plain).Should().BeTrue("a copy of values is one of values");
        foreach (string[] doubts in (string[][])[[], [Doubt], [Other, Doubt]])
        {
            new MetricValues(plain) { Doubts = doubts }.Equals(doubted).Should().BeFalse();
        }
    }

    [Fact]
    public void Doubts_that_say_nothing_are_refused()
    {
        FluentActions.Invoking(() => new MetricValues([]) { Doubts = null! }).Should().ThrowExactly<ArgumentNullException>();
        foreach (string doubt in (string[])[null!, "", " "])
        {
            FluentActions.Invoking(() => new MetricValues([]) { Doubts = [Doubt, doubt] })
                .Should().ThrowExactly<ArgumentException>().WithMessage("A doubt needs words.*");
        }
    }

    [Fact]
    public void JSON_has_doubts_where_there_are_any()
    {
        JsonSerializer.Serialize(plain).Should().Be("""{"accuracy":0.9189,"log loss":0.3124}""");
        JsonSerializer.Serialize(new MetricValues(plain) { Doubts = ["x", "y"] })
            .Should().Be("""{"accuracy":0.9189,"log loss":0.3124,"doubts":["x","y"]}""");
        ShouldRead("""{"doubts":["x"],"a":1,"b":2}""", new MetricValues([new("a", 1), new("b", 2)]) { Doubts = ["x"] });
        ShouldRead("""{"doubts":[]}""", new MetricValues([]));
    }

    [Fact]
    public void Metrics_of_that_name_come_back_too()
    {
        var named = new MetricValues([new("doubts_", double.NaN), new("doubts", 0.5)]) { Doubts = ["x"] };

        string json = JsonSerializer.Serialize(named);

        json.Should().Be("""{"doubts_":null,"doubts":0.5,"doubts__":["x"]}""");
        ShouldRead(json, named);
    }

    [Fact]
    public void JSON_comes_back_as_what_it_was()
    {
        var evaluation = new Evaluation(0.5, 0.1) { Metrics = doubted };
        foreach (JsonSerializerOptions options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            ShouldRead(JsonSerializer.Serialize(doubted, options), doubted, options);
            JsonSerializer.Deserialize<Evaluation>(JsonSerializer.Serialize(evaluation, options), options).Should().Be(evaluation);
        }

        string json = JsonSerializer.Serialize(doubted, ValuesJson.Default.MetricValues);
        json.Should().Be(JsonSerializer.Serialize(doubted));
        doubted.Equals(JsonSerializer.Deserialize(json, ValuesJson.Default.MetricValues)).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"a":["x"]}""")]
    [InlineData("""{"doubts":"x"}""")]
    [InlineData("""{"doubts":[1]}""")]
    [InlineData("""{"doubts":[null]}""")]
    [InlineData("""{"doubts":[["x"]]}""")]
    [InlineData("""{"doubts":[" "]}""")]
    [InlineData("""{"doubts":["x"],"doubts_":["y"]}""")]
    [InlineData("""{"doubts":["x" """)]
    public void Other_JSON_is_refused(string json) =>
        json.Invoking(text => JsonSerializer.Deserialize<MetricValues>(text)).Should().Throw<JsonException>();

    private static void ShouldRead(string json, MetricValues values, JsonSerializerOptions? options = null) =>
        values.Equals(JsonSerializer.Deserialize<MetricValues>(json, options)).Should().BeTrue("{0} says so", json);

    private static string[] Lines(object printed) => printed.ToString()!.Split(Environment.NewLine);

    [JsonSerializable(typeof(MetricValues))]
    private sealed partial class ValuesJson : JsonSerializerContext;
}
