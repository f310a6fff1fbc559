using System.IO.Compression;
using System.Text;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular;

public class GzipContentTests
{
    private const string Cut = "cars.csv: the gzip data is cut off, or other bytes follow it.";
    private const string Damaged = "cars.csv: the gzip data is damaged or cut off.";

    private static readonly byte[] text = Encoding.UTF8.GetBytes(
        "a,b\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row},{row * row}\n")));

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void A_file_cut_anywhere_is_refused(CompressionLevel level)
    {
        byte[] packed = Packed(text, level);
        for (int length = 2; length < packed.Length; length++)
        {
            FluentActions.Invoking(() => CsvText.Read(packed[..length])).Should().ThrowExactly<InvalidDataException>()
                .Which.Message.Should().BeOneOf([Cut, Damaged], $"{length} of {packed.Length} bytes");
        }
    }

    [Fact]
    public void A_file_that_is_cut_where_small_bytes_stand_is_refused()
    {
        byte[] packed = Packed([.. "a,b\n1,2\n"u8, .. new byte[64], .. text], CompressionLevel.NoCompression);
        int zeros = packed.AsSpan().IndexOf(new byte[64]);

        FluentActions.Invoking(() => CsvText.Read(packed[..(zeros + 32)])).Should().ThrowExactly<InvalidDataException>()
            .Which.Message.Should().BeOneOf(Cut, Damaged);
    }

    [Fact]
    public void A_file_of_parts_is_read_whole_wherever_it_is_parted()
    {
        for (int place = 0; place <= text.Length; place++)
        {
            byte[] packed = [.. CsvText.Packed(text[..place]), .. CsvText.Packed(text[place..]), .. CsvText.Packed([])];
            CsvText.Read(packed).Row(59).Should().Equal("59", "3481");
            CsvText.Read(new TricklingStream(packed)).RowCount.Should().Be(60);
        }
    }

    [Fact]
    public void The_last_part_that_is_cut_is_refused()
    {
        byte[] first = CsvText.Packed("a,b\n1,2\n"u8.ToArray()), second = CsvText.Packed("3,4\n"u8.ToArray());
        for (int length = 1; length < second.Length; length++)
        {
            FluentActions.Invoking(() => CsvText.Read([.. first, .. second[..length]])).Should().ThrowExactly<InvalidDataException>()
                .Which.Message.Should().BeOneOf([Cut, Damaged], $"{length} of {second.Length} bytes");
        }
    }

    [Fact]
    public void Other_bytes_behind_it_are_refused() =>
        FluentActions.Invoking(() => CsvText.Read([.. CsvText.Packed(text), .. "junk"u8])).Should().ThrowExactly<InvalidDataException>()
            .WithMessage(Cut);

    [Fact]
    public void A_changed_byte_is_refused()
    {
        byte[] packed = CsvText.Packed(text);
        packed[packed.Length / 2] ^= 1;
        FluentActions.Invoking(() => CsvText.Read(packed)).Should().ThrowExactly<InvalidDataException>().WithMessage(Damaged);
    }

    private static byte[] Packed(byte[] bytes, CompressionLevel level)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
