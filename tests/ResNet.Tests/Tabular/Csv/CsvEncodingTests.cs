using System.Text;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular;

public class CsvEncodingTests
{
    private const string Text = "größe,猫 🐈\n1,ja\n2,naïve\n";
    private const string Expected = "größe·猫 🐈\n1·ja\n2·naïve";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_says_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];

        CsvText.Read(bytes).Shown().Should().Be(Expected);
        CsvText.Read(CsvText.Packed(bytes)).Shown().Should().Be(Expected);
        CsvText.Read(new TricklingStream(bytes)).Shown().Should().Be(Expected);
        CsvText.Read(new TricklingStream(CsvText.Packed(bytes))).Shown().Should().Be(Expected);
        CsvText.Read(bytes, new CsvOptions { Encoding = Encoding.Latin1 }).Shown().Should().Be(Expected, "the mark is in the file");
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Without_a_mark_the_option_says_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        CsvText.Read(encoding.GetBytes(Text), new CsvOptions { Encoding = encoding }).Shown().Should().Be(Expected);
    }

    [Fact]
    public void Latin_1_is_read_where_it_is_told()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("name,age\nJürgen,5\nJörg,6\nJan,7\n");

        CsvText.Read(bytes, new CsvOptions { Encoding = Encoding.Latin1 }).Shown().Should().Be("name·age\nJürgen·5\nJörg·6\nJan·7");
        FluentActions.Invoking(() => CsvText.Read(bytes)).Should().ThrowExactly<InvalidDataException>().WithMessage(
            "cars.csv, line 2, column 1: the text is not valid UTF-8; " +
            "CsvOptions.Encoding tells another encoding, such as Encoding.Latin1.");
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,\u00E9\n", 3, 2)]
    [InlineData("\u00E9,b\n1,2\n", 1, 1)]
    [InlineData("a,b\n\n1,\"\u00E9, x\"\n", 3, 2)]
    public void What_is_no_UTF_8_is_refused_by_line_and_column(string text, int line, int column) =>
        FluentActions.Invoking(() => CsvText.Read(Encoding.Latin1.GetBytes(text))).Should().ThrowExactly<InvalidDataException>()
            .WithMessage($"cars.csv, line {line}, column {column}: the text is not valid UTF-8; *");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_without_a_mark_is_refused_with_the_option(string name) =>
        FluentActions.Invoking(() => CsvText.Read(Encoding.GetEncoding(name).GetBytes("a,b\n1,2\n"))).Should()
            .ThrowExactly<InvalidDataException>().WithMessage("cars.csv, line 1, column 1: *CsvOptions.Encoding tells*");

    [Fact]
    public void A_zero_is_refused() =>
        FluentActions.Invoking(() => CsvText.Read("a,b\n1,2\n3,\0x\n"u8.ToArray())).Should().ThrowExactly<InvalidDataException>()
            .WithMessage(
                "cars.csv, line 3, column 2: the text has a zero, as UTF-16 and files that are no text have; " +
                "CsvOptions.Encoding tells another encoding, such as Encoding.Unicode.");

    [Fact]
    public void Half_a_character_of_UTF_16_is_refused_by_line() =>
        FluentActions.Invoking(() => CsvText.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2\n"), 0x00, 0xD8, 0x31, 0x00]))
            .Should().ThrowExactly<InvalidDataException>().WithMessage(
                "cars.csv, line 3, column 1: the text is not valid UTF-16; " +
                "CsvOptions.Encoding tells another encoding, such as Encoding.UTF8.");

    [Fact]
    public void A_character_is_read_whole_wherever_a_buffer_ends()
    {
        string text = "name,x\n" + string.Concat(Enumerable.Range(0, 9_000).Select(row => $"{new string('ä', row % 7)}猫🐈{row},{row}\n"));

        Table table = CsvText.Read(new TricklingStream(Encoding.UTF8.GetBytes(text)));

        table.RowCount.Should().Be(9_000);
        Enumerable.Range(0, 9_000).Should().OnlyContain(row => table[row, 0] == $"{new string('ä', row % 7)}猫🐈{row}");
    }
}
