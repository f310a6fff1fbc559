using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Models;

/// <summary>Files of earlier versions load in this one; they are never written anew.</summary>
public class FixtureTests
{
    /// <summary>Missing values, a category and a number far from what training knew, and names in several scripts.</summary>
    private const string Rows = "\"Größe, m²\",floor,猫 allowed\n35.5,2,\"no \"\"never\"\"\"\n,9,猫\n1000,,🐈\n88.25,0,?\n";

    [Fact]
    public void A_model_of_classes_of_version_1_answers_as_it_did()
    {
        TabularModel model = Load("version-1-classes.safetensors");
        model.Label.Should().Be("class");
        model.Classes.Should().Equal("groß", "mid", "small");
        model.Encoder.Codes.Should().Equal(new CategoryCodes("猫 allowed", Feature: 3, Count: 5));
        model.Encoder.ColumnTypes["nothing"].Should().Be(ColumnType.Ignored);

        float[][] expected =
        [
            [0.42948604f, 0.34648412f, 0.22402984f],
            [0.4297664f, 0.43834803f, 0.13188562f],
            [0.82132673f, 0.016517935f, 0.16215533f],
            [0.64200044f, 0.16832176f, 0.18967777f],
        ];
        IReadOnlyList<TabularPrediction> answers = model.Predict(CsvText.Read(Rows));
        answers.Select(answer => answer.Class).Should().Equal("groß", "mid", "groß", "groß");
        for (int row = 0; row < expected.Length; row++)
        {
            float[] found = [.. answers[row].Probabilities.Values];
            for (int k = 0; k < 3; k++) found[k].Should().BeApproximately(expected[row][k], 1e-5f, "other processors round otherwise");
        }
    }

    [Fact]
    public void A_model_of_a_number_of_version_1_answers_as_it_did()
    {
        TabularModel model = Load("version-1-numbers.safetensors");
        model.Label.Should().Be("price");
        model.Task.Should().Be(TabularTask.Regression);
        model.Encoder.FeatureNames.Should().Equal(
            "Größe, m²", "Größe, m² is missing", "floor", "猫 allowed=no \"never\"", "猫 allowed=yes", "猫 allowed=猫", "猫 allowed is missing");

        float[] expected = [83595.33f, 147586.06f, 646990.6f, 74747.586f];
        IReadOnlyList<TabularPrediction> answers = model.Predict(CsvText.Read(Rows));
        for (int row = 0; row < expected.Length; row++) answers[row].Value.Should().BeApproximately(expected[row], 1e-5f * expected[row]);
    }

    private static TabularModel Load(string file) =>
        TabularModel.Load(Path.Combine(AppContext.BaseDirectory, "Tabular", "Models", "Files", file));
}
