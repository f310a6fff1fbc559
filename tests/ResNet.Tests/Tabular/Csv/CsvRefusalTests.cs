using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvRefusalTests
{
    [Theory]
    [InlineData("", "cars.csv: there are no rows.")]
    [InlineData("\n  \n\n", "cars.csv: there are no rows.")]
    [InlineData("a,b\nc,1\nd", "cars.csv, line 3: expected 2 cells, but found 1.")]
    [InlineData("a,b\n\nc,1\nd,2,3", "cars.csv, line 4: expected 2 cells, but found 3.")]
    [InlineData("a,b,a\nc,1,2", "cars.csv, line 1: columns 1 and 3 are both named 'a'; *")]
    [InlineData("a,b\n\"c,1\nd,2\n", "cars.csv, line 2: a quote is opened and never closed.")]
    [InlineData("a,b\n\"c\"d,1\n", "cars.csv, line 2: text follows a closing quote within its cell.")]
    public void A_broken_text_is_refused_by_line(string text, string message) =>
        FluentActions.Invoking(() => CsvText.Read(text)).Should().ThrowExactly<InvalidDataException>().WithMessage(message);

    [Fact]
    public void A_header_alone_is_refused() =>
        FluentActions.Invoking(() => CsvText.Read("a,b", new CsvOptions { Header = true }))
            .Should().ThrowExactly<InvalidDataException>().WithMessage("cars.csv: there are no rows below the names of the columns.");

    [Fact]
    public void Other_cells_than_names_told_are_refused() =>
        FluentActions.Invoking(() => CsvText.Read("1,2", new CsvOptions { ColumnNames = ["a", "b", "c"] }))
            .Should().ThrowExactly<InvalidDataException>().WithMessage("cars.csv, line 1: expected 3 cells, but found 2.");

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        FluentActions.Invoking(() => Table.FromCsv("no-such-file.csv")).Should().Throw<FileNotFoundException>();

    [Fact]
    public void A_file_of_noise_is_refused()
    {
        var random = new Random(5);
        for (int file = 0; file < 200; file++)
        {
            byte[] noise = new byte[500];
            random.NextBytes(noise);
            using var reader = new StreamReader(new MemoryStream(noise));
            Exception? thrown = Record.Exception(() => Table.ReadCsv(reader));
            (thrown is null or InvalidDataException).Should().BeTrue($"file {file} gave {thrown}");
        }
    }
}
