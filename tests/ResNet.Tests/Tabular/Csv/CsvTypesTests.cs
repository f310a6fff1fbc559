using System.Globalization;
using System.Text;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular;

/// <summary>Columns of so many different numbers that their texts are not kept.</summary>
public class CsvTypesTests
{
    private const int Numbers = 70_000;

    private static readonly CsvOptions categorical =
        new() { Types = new Dictionary<string, ColumnType> { ["code"] = ColumnType.Categorical } };

    [Fact]
    public void Numbers_stay_numbers()
    {
        Table table = CsvText.Read(Text(texts: 10));

        table.RowCount.Should().Be(Numbers + 10);
        table[5, 0].Should().Be("10015.5");
        table[Numbers + 3, 0].Should().Be("late 3");
        ColumnDescription code = table.Describe().Columns[0];
        code.Type.Should().Be(ColumnType.Numeric);
        code.Doubts.Should().ContainSingle().Which.Should().Contain($"line {Numbers + 2} has 'late 0'");
    }

    [Fact]
    public void A_column_that_turns_out_to_be_text_late_is_read_again()
    {
        Table table = CsvText.Read(Text(texts: 30_000));

        table[5, 0].Should().Be("0010015", "the texts are there as written");
        table[Numbers + 3, 0].Should().Be("late 3");
        CsvText.Read(CsvText.Packed(Text(texts: 30_000)))[5, 0].Should().Be("0010015");
    }

    [Fact]
    public void Where_the_stream_cannot_seek_it_is_refused_with_the_option()
    {
        byte[] text = Text(texts: 30_000);

        FluentActions.Invoking(() => CsvText.Read(new TricklingStream(text))).Should().ThrowExactly<InvalidDataException>().WithMessage(
            "cars.csv, column 1 (code): many cells that are no numbers come late, when the texts of earlier ones were not kept; " +
            "CsvOptions.Types tells that the column is categorical.");
        CsvText.Read(new TricklingStream(text), categorical)[5, 0].Should().Be("0010015");
    }

    [Fact]
    public void Many_marks_of_missing_values_that_are_told_leave_numbers()
    {
        string absent = string.Concat(Enumerable.Repeat("absent,1\n", 30_000));
        byte[] text = [.. Text(texts: 10), .. Encoding.UTF8.GetBytes(absent)];

        Table table = CsvText.Read(new TricklingStream(text), new CsvOptions { MissingTexts = ["absent"] });

        table[Numbers + 20, 0].Should().BeNull();
        table.Describe().Columns[0].Type.Should().Be(ColumnType.Numeric);
        FluentActions.Invoking(() => CsvText.Read(new TricklingStream(text))).Should().ThrowExactly<InvalidDataException>();
    }

    [Fact]
    public void Told_to_be_categorical_all_texts_are_kept()
    {
        Table table = CsvText.Read(Text(texts: 0), categorical);

        table[5, 0].Should().Be("0010015");
        Enumerable.Range(0, Numbers).Select(row => table[row, 0]).Distinct().Should().HaveCount(Numbers);
        FluentActions.Invoking(() => CsvText.Read("a,b\n1,2\n", categorical)).Should().Throw<ArgumentException>()
            .WithMessage("cars.csv has no column 'code'; there are *");
    }

    [Fact]
    public void Fractions_keep_their_values()
    {
        var text = new StringBuilder("x;y\n");
        for (int row = 0; row < Numbers; row++) text.Append(CultureInfo.InvariantCulture, $"{row},{row % 100:00};{row % 7}\n");
        Table table = CsvText.Read(text.ToString());
        table.Mark.Should().Be(',');
        table[12_345, 0].Should().Be("12345.45");
    }

    private static byte[] Text(int texts)
    {
        var text = new StringBuilder("code,x\n");
        string zeros = texts is 0 or > 100 ? "00" : "";
        string half = texts == 10 ? ".5" : "";
        for (int row = 0; row < Numbers; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{zeros}{10_000 + row * 3 % Numbers}{half},{row % 5}\n");
        }


        for (int row = 0; row < texts; row++) text.Append(CultureInfo.InvariantCulture, $"late {row},{row % 5}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
