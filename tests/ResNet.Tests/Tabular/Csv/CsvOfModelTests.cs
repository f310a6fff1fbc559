using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvOfModelTests
{
    private static readonly string rows = string.Concat(
        Enumerable.Range(0, 60).Select(row => $"{row % 9},{(row % 3 == 0 ? "n" : "z")},{row % 2}\n"));

    [Theory]
    [InlineData("a,b,y\n")]
    [InlineData("")]
    public void A_model_reads_files_with_names_and_without_as_its_own_were(string header)
    {
        Table training = CsvText.Read(header + rows);
        TabularModel model = Fit(training, header.Length > 0 ? "y" : "column 3");

        Table again = model.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(header + "1,z,1\n2,n,0\n")));

        again.Columns.Should().Equal(training.Columns);
        again.RowCount.Should().Be(2);
        again.Row(0).Should().Equal("1", "z", "1");
        model.Predict(again).Should().HaveCount(2);
    }

    [Fact]
    public void A_header_is_known_by_the_names_of_the_model_also_above_texts()
    {
        TabularModel model = Fit(CsvText.Read("a,b,y\n" + rows), "y");

        Table again = model.Read(new MemoryStream("b,a\nn,?\nb,?\n"u8.ToArray()));

        again.Columns.Should().Equal("b", "a");
        again.RowCount.Should().Be(2);
    }

    [Fact]
    public void Texts_without_a_name_are_rows_for_a_model_without_names()
    {
        TabularModel model = Fit(CsvText.Read(rows), "column 3");

        Table again = model.Read(new MemoryStream("?,n,?\n?,z,?\n"u8.ToArray()));

        again.Columns.Should().Equal("column 1", "column 2", "column 3");
        again.RowCount.Should().Be(2);
    }

    private static TabularModel Fit(Table table, string label) => TabularModel.Fit(
        table, label, new TabularOptions { Training = training => training with { Epochs = 1 } });
}
