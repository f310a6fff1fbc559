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

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_folder_of_that_name_stays(string end)
    {
        Directory.CreateDirectory(Path);
        FluentActions.Invoking(() => AtomicFile.Write(Path + end, stream => stream.Write("done"u8)))
            .Should().Throw<UnauthorizedAccessException>().WithMessage($"'{Path}{end}' is a folder.");
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string strange = System.IO.Path.Combine(folder, "none");
        ShouldLack(strange, System.IO.Path.Combine(strange, "report.txt"));
        ShouldLack(strange, strange + "/");
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("no such folder/models/report.txt", "no such folder/models")]
    [InlineData("./no such folder/report.txt", "./no such folder")]
    [InlineData("../no such folder/report.txt", "../no such folder")]
    [InlineData("no such folder/", "no such folder")]
    [InlineData("~/report.txt", "~")]
    public void A_folder_that_is_not_there_is_named_as_it_was_given(string path, string named) => ShouldLack(named, path);

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_none()
    {
        File.WriteAllText(Path, "as it was before");
        ShouldLack(Path, System.IO.Path.Combine(Path, "report.txt"));
        ShouldLack(Path, Path + "/");
        File.ReadAllText(Path).Should().Be("as it was before");
    }

    [Theory]
    [InlineData('x', 250)]
    [InlineData('x', 255)]
    [InlineData('é', 127)]
    [InlineData('猫', 85)]
    public void A_name_may_be_as_long_as_the_system_takes(char letter, int length)
    {
        string longest = System.IO.Path.Combine(folder, new string(letter, length));
        for (int i = 0; i < 2; i++) AtomicFile.Write(longest, stream => stream.Write("done"u8));
        File.ReadAllText(longest).Should().Be("done");
        Directory.GetFileSystemEntries(folder).Should().Equal(longest);
    }

    [Fact]
    public void Nothing_is_refused()
    {
        FluentActions.Invoking(() => AtomicFile.Write(null!, _ => { })).Should().Throw<ArgumentNullException>().WithParameterName("path");
        FluentActions.Invoking(() => AtomicFile.Write("", _ => { })).Should().Throw<ArgumentException>().WithParameterName("path");
        FluentActions.Invoking(() => AtomicFile.Write(Path, null!)).Should().Throw<ArgumentNullException>().WithParameterName("write");
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    private static void ShouldLack(string named, string path) =>
        FluentActions.Invoking(() => AtomicFile.Write(path, stream => stream.Write("done"u8)))
            .Should().Throw<DirectoryNotFoundException>().WithMessage($"There is no folder '{named}'.");

    private void ShouldFail() => FluentActions.Invoking(() => AtomicFile.Write(Path, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(new string('x', 100_000)));
        stream.Flush();
        throw new NotSupportedException("pulled the plug");
    })).Should().Throw<NotSupportedException>().WithMessage("pulled the plug");
}
