using FsCheck;
using FsCheck.Xunit;

namespace ResNet.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private static byte[] Elements { get; } = [0, 1, 2, 253, 254, 255];

    private readonly IdxFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_read(bool gzipped)
    {
        IdxArray read = Read(IdxFolder.Idx([3, 1, 2], Elements), gzipped);

        read.Dimensions.Should().Equal(3, 1, 2);
        read.Bytes.Should().Equal(Elements);
        read.Samples.Should().Be(3);
        read.Features.Should().Be(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_longer_than_a_chunk_is_read_whole(bool gzipped)
    {
        byte[] elements = new byte[3 * 64 * 1024 + 7];
        new System.Random(1).NextBytes(elements);

        Read(IdxFolder.Idx([elements.Length], elements), gzipped).Bytes.Should().Equal(elements);
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(128 * 1024)]
    public void A_file_of_whole_chunks_is_measured_exactly(int length)
    {
        Read(IdxFolder.Idx([length], new byte[length]), false).Bytes.Should().HaveCount(length);
        Refusal(IdxFolder.Idx([length], new byte[length + 1])).Should().Contain("more follow");
        Refusal(IdxFolder.Idx([length + 1], new byte[length])).Should().Contain($"it ends after {length}");
    }

    [Fact]
    public void Any_number_of_dimensions_is_read()
    {
        Read(IdxFolder.Idx([6], Elements), false).Features.Should().Be(1);
        Read(IdxFolder.Idx([.. Enumerable.Repeat(1L, 254), 6], Elements), false).Features.Should().Be(6);
    }

    [Fact]
    public void A_missing_file_is_reported_as_usual()
    {
        Action read = () => IdxFile.Read(folder.Path("missing"));

        read.Should().Throw<FileNotFoundException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_empty_file_is_refused(bool gzipped)
    {
        Refusal([], gzipped).Should().Contain("expected 4 bytes for the magic number, but it ends after 0");
    }

    [Theory]
    [InlineData(1, 0, 0x08, 1, "01 00 08 01")]
    [InlineData(0, 1, 0x08, 1, "00 01 08 01")]
    [InlineData(0, 0, 0x0D, 1, "00 00 0D 01")]
    [InlineData(0, 0, 0x08, 0, "00 00 08 00")]
    public void A_foreign_magic_number_is_refused(byte first, byte second, byte elementType, byte dimensions, string named)
    {
        Refusal([first, second, elementType, dimensions, 0, 0, 0, 1, 7])
            .Should().Contain("expected an IDX file of unsigned bytes").And.Contain($"begins with {named}");
    }

    [Fact]
    public void A_header_that_ends_early_is_refused()
    {
        Refusal(IdxFolder.Idx([3, 2], [])[..9]).Should().Contain("expected 8 bytes for the sizes of the dimensions, but it ends after 5");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x80000000)]
    [InlineData(0xFFFFFFFF)]
    public void A_size_out_of_range_is_refused(long size)
    {
        Refusal(IdxFolder.Idx([3, size], Elements)).Should().Contain($"dimension 1 is {size}");
    }

    [Fact]
    public void More_elements_than_an_array_holds_are_refused()
    {
        Refusal(IdxFolder.Idx([46341, 46341], Elements))
            .Should().Contain($"at most {Array.MaxLength} elements").And.Contain("46341 × 46341");
    }

    [Fact]
    public void A_product_of_sizes_that_wraps_around_is_refused()
    {
        // 2^30 · 2^30 · 2^4 · 1 = 2^64, which is 0 in 64 bits.
        Refusal(IdxFolder.Idx([1 << 30, 1 << 30, 16, 1], [])).Should().Contain("1073741824 × 1073741824 × 16 × 1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Missing_elements_are_refused(bool gzipped)
    {
        Refusal(IdxFolder.Idx([4, 2], Elements), gzipped)
            .Should().Contain("expected 8 bytes after the header (4 × 2), but it ends after 6");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trailing_bytes_are_refused(bool gzipped)
    {
        Refusal(IdxFolder.Idx([5], Elements), gzipped).Should().Contain("expected 5 bytes after the header (5), but more follow");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_cut_anywhere_is_refused(bool gzipped)
    {
        byte[] whole = IdxFolder.Idx([3, 2], Elements);
        whole = gzipped ? IdxFolder.Gzip(whole) : whole;

        for (int length = 0; length < whole.Length; length++)
        {
            Refusal(whole[..length]).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void A_corrupt_gzip_file_is_refused()
    {
        byte[] gzip = IdxFolder.Gzip(IdxFolder.Idx([3, 2], Elements));
        gzip[^5] ^= 0xFF;

        Refusal(gzip).Should().Contain("expected a valid gzip file");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100_000)]
    public void Bytes_after_the_end_of_a_gzip_file_are_refused(int count)
    {
        byte[] gzip = IdxFolder.Gzip(IdxFolder.Idx([3, 2], Elements));

        Refusal([.. gzip, .. new byte[count]]).Should().Contain("expected one valid gzip file").And.Contain("18, but it ends with 0");
    }

    [Property]
    public void A_byte_changed_anywhere_gives_a_sound_array_or_a_refusal(NonNegativeInt place, byte value, bool gzipped)
    {
        byte[] content = IdxFolder.Idx([3, 2], Elements);
        content = gzipped ? IdxFolder.Gzip(content) : content;
        content[place.Get % content.Length] = value;
        string path = folder.Write("changed", content);

        IdxArray read;
        try
        {
            read = IdxFile.Read(path);
        }
        catch (InvalidDataException)
        {
            return;
        }

        read.Bytes.Should().HaveCount(read.Dimensions.Aggregate((product, size) => product * size));
    }

    [Theory]
    [InlineData(0x80000000, false)]
    [InlineData(0x80000000, true)]
    [InlineData(2_000_000, false)]
    [InlineData(2_000_000, true)]
    public void A_header_that_promises_too_much_costs_little(long samples, bool gzipped)
    {
        byte[] content = IdxFolder.Idx([samples, 784], new byte[100]);

        AllocatedByRefusal(gzipped ? IdxFolder.Gzip(content) : content).Should().BeLessThan(1 << 20);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000_000)]
    public void A_gzip_bomb_costs_little(long promised)
    {
        byte[] bomb = IdxFolder.Gzip(IdxFolder.Idx([promised], new byte[50_000_000]));

        AllocatedByRefusal(bomb).Should().BeLessThan(1 << 20);
    }

    [Fact]
    public void Reading_stops_once_more_bytes_come_than_were_promised()
    {
        byte[] bomb = IdxFolder.Gzip(IdxFolder.Idx([10], new byte[50_000_000]));
        bomb[^5] ^= 0xFF;

        Refusal(bomb).Should().Contain("more follow", "whoever reads on meets the wrong checksum at the end");
    }

    private IdxArray Read(byte[] content, bool gzipped) =>
        IdxFile.Read(folder.Write("file", gzipped ? IdxFolder.Gzip(content) : content));

    private string Refusal(byte[] content, bool gzipped = false)
    {
        Action read = () => Read(content, gzipped);

        return read.Should().Throw<InvalidDataException>().WithMessage($"'{folder.Path("file")}': *").Which.Message;
    }

    private long AllocatedByRefusal(byte[] content)
    {
        string path = folder.Write("file", content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException? refusal = null;
        try
        {
            IdxFile.Read(path);
        }
        catch (InvalidDataException exception)
        {
            refusal = exception;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        refusal.Should().NotBeNull();
        return allocated;
    }
}
