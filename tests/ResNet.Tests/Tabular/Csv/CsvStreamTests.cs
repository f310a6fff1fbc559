using System.Text;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular;

public class CsvStreamTests
{
    private const string Text = "name,x\nä,1\n\"b, c\",2\n";
    private const string Expected = "name·x\nä·1\nb, c·2";

    [Fact]
    public void A_stream_is_read_from_where_it_is_and_left_open()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("skip" + Text);
        using var stream = new MemoryStream(bytes) { Position = 4 };

        CsvText.Read(stream).Shown().Should().Be(Expected);

        stream.Position.Should().Be(bytes.Length);
        stream.CanRead.Should().BeTrue();
    }

    [Fact]
    public void A_stream_that_trickles_and_cannot_seek_gives_the_same()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        CsvText.Read(new TricklingStream(bytes)).Shown().Should().Be(Expected);
        CsvText.Read(new TricklingStream(CsvText.Packed(bytes))).Shown().Should().Be(Expected);
        CsvText.Read(new TricklingStream("x  y\n1 2\n\n3   4 "u8.ToArray())).Shown().Should().Be("x·y\n1·2\n3·4");
    }

    [Fact]
    public void A_packed_file_is_unpacked()
    {
        CsvText.Read(CsvText.Packed(Encoding.UTF8.GetBytes(Text))).Shown().Should().Be(Expected);
        byte[] twoParts = [.. CsvText.Packed("a,b\n1,"u8.ToArray()), .. CsvText.Packed("2\n"u8.ToArray())];
        CsvText.Read(twoParts).Shown().Should().Be("a·b\n1·2");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(60)]
    public void A_packed_file_that_is_cut_is_refused(int length)
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{row * row}\n"));
        byte[] packed = CsvText.Packed(Encoding.UTF8.GetBytes(text));
        FluentActions.Invoking(() => CsvText.Read(packed[..length])).Should()
            .ThrowExactly<InvalidDataException>().WithMessage("cars.csv: *");
    }

    [Fact]
    public void A_file_of_disk_is_named_without_its_folder()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv");
        try
        {
            File.WriteAllText(path, "a,b\n1,2\n3\n");
            FluentActions.Invoking(() => Table.FromCsv(path)).Should().ThrowExactly<InvalidDataException>()
                .WithMessage($"{Path.GetFileName(path)}, line 3: expected 2 cells, but found 1.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
