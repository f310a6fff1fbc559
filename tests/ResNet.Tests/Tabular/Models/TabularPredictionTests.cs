using System.Text.Json;
using System.Text.Json.Serialization;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Predictions as text and as JSON.</summary>
public partial class TabularPredictionTests
{
    private static readonly TabularPrediction yes = Of("yes", ("no", 0.2f), ("yes", 0.8f));
    private static readonly TabularPrediction number = new() { Value = 3.2f };

    private static readonly JsonSerializerOptions policies =
        new(JsonSerializerDefaults.Web) { DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper };

    public static TheoryData<string> Options => ["default", "web", "policies", "generated"];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_prediction_is_the_same_JSON_under_all_options(string options)
    {
        Json(yes, options).Should().Be("""{"class":"yes","probabilities":{"no":0.2,"yes":0.8}}""");
        Json(number, options).Should().Be("""{"value":3.2}""");
        Json(new TabularPrediction { Value = 0 }, options).Should().Be("""{"value":0}""");
        Json(new TabularPrediction { Value = float.PositiveInfinity }, options).Should().Be("""{"value":null}""");
    }

    [Fact]
    public void A_list_of_predictions_is_an_array()
    {
        IReadOnlyList<TabularPrediction> both = [yes, number];
        JsonSerializer.Serialize(both, JsonSerializerOptions.Web).Should().Be(
            """[{"class":"yes","probabilities":{"no":0.2,"yes":0.8}},{"value":3.2}]""");
        JsonSerializer.Serialize(new { Id = 1, Answer = yes }, JsonSerializerOptions.Web)
            .Should().StartWith("""{"id":1,"answer":{"class":"yes",""");
        JsonSerializer.Serialize(new { yes.Class, yes.Value, yes.Probabilities }, JsonSerializerOptions.Web)
            .Should().Be("""{"class":"yes","value":null,"probabilities":{"no":0.2,"yes":0.8}}""");
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_prediction_comes_back_as_it_was(string options)
    {
        TabularPrediction odd = Of("value", ("z\"\\\n", 0.25f), ("value", 0.5f), ("class", 0.125f), ("ÄÖ 雪 😀", 0.0625f), ("", 0.0625f));
        foreach (TabularPrediction prediction in new[] { yes, number, odd, new TabularPrediction { Value = -1e-30f } })
        {
            TabularPrediction back = Back(Json(prediction, options), options)!;
            back.Should().Be(prediction);
            back.Probabilities.Should().Equal(prediction.Probabilities, "in the same order");
        }

        Back("null", options).Should().BeNull();
        Back("""{"class":"a","probabilities":{"a":1},"more":[1,{}]}""", options).Should().Be(Of("a", ("a", 1)));
        FluentActions.Invoking(() => Back("[]", options)).Should().Throw<JsonException>();
        FluentActions.Invoking(() => Back("""{"value":"x"}""", options)).Should().Throw<JsonException>();
    }

    [Fact]
    public void Probabilities_keep_the_order_of_the_classes()
    {
        (string, float)[] given = [("10", 0.25f), ("9", 0.5f), ("a", 0.125f), ("B", 0.125f)];
        TabularPrediction prediction = Of("9", given);

        prediction.Probabilities.Should().Equal(given.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        prediction.Probabilities.Keys.Should().Equal("10", "9", "a", "B");
        prediction.Probabilities["B"].Should().Be(0.125f);
        prediction.Invoking(p => p.Probabilities["c"]).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public void A_prediction_prints_the_class_and_the_probabilities_or_the_number()
    {
        yes.ToString().Should().Be("yes (no 0.20, yes 0.80)");
        number.ToString().Should().Be("3.2");
        new TabularPrediction { Value = 20_134.5f }.ToString().Should().Be("20134.5");
        new TabularPrediction { Value = float.NaN }.ToString().Should().Be("NaN");
        ForeignCulture.In(yes.ToString).Should().Be(yes.ToString());
        ForeignCulture.In(new TabularPrediction { Value = -3.2f }.ToString).Should().Be("-3.2");
    }

    [Fact]
    public void Many_or_long_or_broken_names_take_one_line_of_100_columns()
    {
        TabularPrediction many = Of("c77", [.. Enumerable.Range(0, 100).Select(i => ($"c{i}", i == 77 ? 0.505f : 0.005f))]);
        many.ToString().Should().StartWith("c77 (c77 0.5").And.EndWith(", …)");
        TabularPrediction lengthy = Of("two\nlines", ("two\nlines", 0.6f), (new string('x', 500), 0.4f));
        lengthy.ToString().Should().StartWith("two lines (two lines 0.60, xxx");
        TabularPrediction sure = Of(new string('y', 500), (new string('y', 500), 1));
        foreach (TabularPrediction prediction in new[] { many, lengthy, sure, new TabularPrediction() })
        {
            prediction.ToString().Length.Should().BeLessThanOrEqualTo(100);
            prediction.ToString().Should().NotContain("\n");
        }
    }

    private static TabularPrediction Of(string @class, params (string Name, float Probability)[] probabilities) => new()
    {
        Class = @class,
        Probabilities = new OrderedDictionary<string, float>(
            probabilities.Select(pair => KeyValuePair.Create(pair.Name, pair.Probability))),
    };

    private static string Json(TabularPrediction prediction, string options) => options == "generated"
        ? JsonSerializer.Serialize(prediction, PredictionsJson.Default.TabularPrediction)
        : JsonSerializer.Serialize(prediction, OptionsOf(options));

    private static TabularPrediction? Back(string json, string options) => options == "generated"
        ? JsonSerializer.Deserialize(json, PredictionsJson.Default.TabularPrediction)
        : JsonSerializer.Deserialize<TabularPrediction>(json, OptionsOf(options));

    private static JsonSerializerOptions OptionsOf(string name) => name switch
    {
        "web" => JsonSerializerOptions.Web,
        "policies" => policies,
        _ => JsonSerializerOptions.Default,
    };

    /// <summary>What a program compiled ahead of time has instead of reflection.</summary>
    [JsonSerializable(typeof(TabularPrediction))]
    private sealed partial class PredictionsJson : JsonSerializerContext;
}
