using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Large files that are no tables are refused, or read, at little cost.</summary>
public class CsvHostileTests
{
    private const int Megabyte = 1 << 20;

    /// <summary>What reading may allocate beside a multiple of the file: buffers and the sample.</summary>
    private const long Fixed = 4 * Megabyte;

    private const int PerByte = 40;

    [Fact]
    public void A_megabyte_of_separators_in_two_lines() =>
        ShouldCostLittle(Bytes(new string(',', Megabyte / 2), "\n", new string(',', Megabyte / 2), "\n"));

    [Fact]
    public void A_megabyte_of_cells_in_two_lines() => ShouldCostLittle(
        Bytes(string.Concat(Enumerable.Repeat("1,", Megabyte / 4)), "\n", string.Concat(Enumerable.Repeat("2,", Megabyte / 4)), "\n"));

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData(' ')]
    [InlineData('\r')]
    [InlineData('\n')]
    [InlineData('"')]
    [InlineData('\0')]
    [InlineData('x')]
    [InlineData('1')]
    public void A_megabyte_of_one_character(char letter) => ShouldCostLittle(Bytes(new string(letter, Megabyte)));

    [Theory]
    [InlineData("a,b\n1,", "x", "\n2,y\n")]
    [InlineData("a,b\n1,\"", "x\n", "\"\n2,y\n")]
    [InlineData("a,b\n1,\"", "\"\"", "\"\n2,y\n")]
    [InlineData("a,b\n1,2\n", ",", "\n2,y\n")]
    [InlineData("a,b\n1,", "9", "\n2,3\n")]
    [InlineData("", "a,", "\n1,2\n")]
    [InlineData("a,b\n", "\r", "1,2\n")]
    [InlineData("a,b\n", "1,2\r", "")]
    [InlineData("a,b\n", ",\n", "1,2\n")]
    [InlineData("a,b\n", "a,b\n", "1,2\n")]
    [InlineData("a,b\n1,", "\\\"", "\n2,y\n")]
    public void A_megabyte_of_the_same_within_a_table(string begin, string repeated, string end)
    {
        byte[] file = Bytes(begin, string.Concat(Enumerable.Repeat(repeated, Megabyte / repeated.Length)), end);
        ShouldCostLittle(file);
        ShouldCostLittle(file, new CsvOptions { BackslashQuotes = true });
    }

    [Fact]
    public void An_open_quote_before_five_megabytes() => FluentActions
        .Invoking(() => ShouldCostLittle(
            Bytes("a,b\n1,\"x\n", string.Concat(Enumerable.Repeat("1,y\n", 5 * Megabyte / 4))), mayBeRefused: false))
        .Should().ThrowExactly<InvalidDataException>().WithMessage("cars.csv, line 2: a quote is opened and never closed.");

    [Fact]
    public void A_packed_file_costs_what_is_in_it()
    {
        byte[] packed = CsvText.Packed(Bytes("a,b\n1,", new string('x', 8 * Megabyte), "\n"));
        (long allocated, _) = Allocated(packed, null);
        allocated.Should().BeLessThan(Fixed + PerByte * 8L * Megabyte);
    }

    private static byte[] Bytes(params string[] parts) => Encoding.ASCII.GetBytes(string.Concat(parts));

    private static void ShouldCostLittle(byte[] file, CsvOptions? options = null, bool mayBeRefused = true)
    {
        (long allocated, Exception? thrown) = Allocated(file, options);
        if (thrown is not null && !mayBeRefused) throw thrown;
        (thrown is null or InvalidDataException).Should().BeTrue($"it gave {thrown}");
        allocated.Should().BeLessThan(Fixed + (long)PerByte * file.Length, thrown?.Message ?? "it was read");
    }

    private static (long Bytes, Exception? Thrown) Allocated(byte[] file, CsvOptions? options)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? thrown = Record.Exception(() => CsvText.Read(file, options).Describe());
        return (GC.GetAllocatedBytesForCurrentThread() - before, thrown);
    }
}
