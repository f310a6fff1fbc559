using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class ForeignFileTests
{
    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1234\n",
        "a pointer of Git LFS: git lfs pull fetches the file itself")]
    [InlineData("<!DOCTYPE html>\n<html><body>404, Not found</body></html>\n", "a web page")]
    [InlineData("\r\n\t <HTML>", "a web page")]
    [InlineData("\u00EF\u00BB\u00BF<html lang=\"en\">", "a web page")]
    [InlineData("<?xml version=\"1.0\"?>", "XML")]
    [InlineData("[{\"a\":1,\"b\":2},\n{\"a\":3,\"b\":4}]\n", "JSON")]
    [InlineData("[\n  {\n    \"a\": 1\n  }\n]", "JSON")]
    [InlineData("{ \"a\": [1, 2] }", "JSON")]
    [InlineData("[[1,2],[3,4]]", "JSON")]
    [InlineData("%PDF-1.4\n", "a PDF document")]
    [InlineData("PK\u0003\u0004\u0014", "a ZIP archive, as Excel workbooks are: save the sheet as CSV, or unpack it first")]
    [InlineData("PAR1\u0015\u0004", "a Parquet file: Table.From takes a data reader of it")]
    [InlineData("SQLite format 3\0", "an SQLite database: Table.From takes a data reader of it")]
    [InlineData("BZh91AY&SY", "packed by bzip2: unpack it first")]
    [InlineData("\u00FD7zXZ\0", "packed by xz: unpack it first")]
    [InlineData("(\u00B5/\u00FD", "packed by Zstandard: unpack it first")]
    [InlineData("\u00D0\u00CF\u0011\u00E0", "an old Excel workbook: save the sheet as CSV")]
    public void It_is_said_what_a_file_is(string start, string kind)
    {
        byte[] file = Encoding.Latin1.GetBytes(start);
        string message = $"cars.csv: expected CSV text, but the file is {kind}.";

        FluentActions.Invoking(() => CsvText.Read(file)).Should().ThrowExactly<InvalidDataException>().WithMessage(message);
        FluentActions.Invoking(() => CsvText.Read(CsvText.Packed(file))).Should().ThrowExactly<InvalidDataException>().WithMessage(message);
    }

    [Fact]
    public void A_file_packed_twice_is_told() => FluentActions
        .Invoking(() => CsvText.Read(CsvText.Packed(CsvText.Packed("a,b\n1,2\n"u8.ToArray()))))
        .Should().ThrowExactly<InvalidDataException>()
        .WithMessage("cars.csv: expected CSV text, but the file is packed by gzip twice: unpack it first.");

    [Theory]
    [InlineData("PAR1,PK\n1,2\n", "PAR1·PK\n1·2")]
    [InlineData("BZh,html\n1,2\n", "BZh·html\n1·2")]
    [InlineData("version,[a]\n1,2\n", "version·[a]\n1·2")]
    public void Names_that_begin_alike_are_names(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);
}
