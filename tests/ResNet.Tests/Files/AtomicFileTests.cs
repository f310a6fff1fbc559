using System.Text;

namespace ResNet.Tests.Files;

/// <summary>A file is written whole or not at all.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "report.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_is_there_and_nothing_else()
    {
        AtomicFile.Write(Path, stream => stream.Write("done"u8));
        File.ReadAllText(Path).Should().Be("done");
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void A_new_file_takes_the_place_of_an_old_one_that_is_longer()
    {
        File.WriteAllText(Path, "as it was before");
        AtomicFile.Write(Path, stream =>
        {
            File.ReadAllText(Path).Should().Be("as it was before", "the new one is not yet whole");
            stream.Write("done"u8);
        });
        File.ReadAllText(Path).Should().Be("done");
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void An_exception_of_the_writer_leaves_the_old_file()
    {
        File.WriteAllText(Path, "as it was before");
        ShouldFail();
        File.ReadAllText(Path).Should().Be("as it was before");
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void An_exception_of_the_writer_leaves_no_file_where_there_was_none()
    {
        ShouldFail();
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_of_that_name_stays()
    {
        Directory.CreateDirectory(Path);
        FluentActions.Invoking(() => AtomicFile.Write(Path, stream => stream.Write("done"u8))).Should().Throw<Exception>()
            .Which.Should().Match<Exception>(exception => exception is IOException || exception is UnauthorizedAccessException);
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string strange = System.IO.Path.Combine(folder, "none", "report.txt");
        FluentActions.Invoking(() => AtomicFile.Write(strange, stream => stream.Write("done"u8)))
            .Should().Throw<DirectoryNotFoundException>();
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_refused()
    {
        FluentActions.Invoking(() => AtomicFile.Write(null!, _ => { })).Should().Throw<ArgumentNullException>().WithParameterName("path");
        FluentActions.Invoking(() => AtomicFile.Write("", _ => { })).Should().Throw<ArgumentException>().WithParameterName("path");
        FluentActions.Invoking(() => AtomicFile.Write(Path, null!)).Should().Throw<ArgumentNullException>().WithParameterName("write");
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    private void ShouldFail() => FluentActions.Invoking(() => AtomicFile.Write(Path, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(new string('x', 100_000)));
        stream.Flush();
        throw new NotSupportedException("pulled the plug");
    })).Should().Throw<NotSupportedException>().WithMessage("pulled the plug");
}
