using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace ResNet.Tests.Files;

/// <summary>Modes of files are kept, and what is no file is written to and stays what it is.</summary>
public sealed class AtomicFileUnixTests : IDisposable
{
    private const UnixFileMode Usual = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "report.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Usual)]
    [InlineData(Usual | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    [InlineData(Usual | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.OtherRead)]
    [InlineData(Usual | UnixFileMode.UserExecute | UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.UserWrite)]
    public void A_file_keeps_its_mode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(Path, "as it was before");
        File.SetUnixFileMode(Path, mode);
        UnixFileMode? meanwhile = null;
        AtomicFile.Write(Path, stream =>
        {
            if (!OperatingSystem.IsWindows()) meanwhile = File.GetUnixFileMode(Directory.GetFiles(folder, ".*").Single());
            stream.Write("done"u8);
        });
        meanwhile.Should().Be(mode, "nobody else may read what is not yet whole either");
        File.GetUnixFileMode(Path).Should().Be(mode);
        File.SetUnixFileMode(Path, Usual);
        File.ReadAllText(Path).Should().Be("done");
    }

    [Fact]
    public void A_new_file_has_the_usual_mode()
    {
        if (OperatingSystem.IsWindows()) return;
        string other = System.IO.Path.Combine(folder, "other.txt");
        File.WriteAllText(other, "");
        AtomicFile.Write(Path, stream => stream.Write("done"u8));
        File.GetUnixFileMode(Path).Should().Be(File.GetUnixFileMode(other));
    }

    [Fact]
    public void Who_may_not_write_to_a_file_may_not_replace_it()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(Path, "as it was before");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead);
        Action write = () => AtomicFile.Write(Path, stream => stream.Write("done"u8));
        if (Environment.IsPrivilegedProcess) write();
        else write.Should().Throw<UnauthorizedAccessException>();
        File.GetUnixFileMode(Path).Should().Be(UnixFileMode.UserRead);
        File.ReadAllText(Path).Should().Be(Environment.IsPrivilegedProcess ? "done" : "as it was before");
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_into_keeps_its_files()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        File.WriteAllText(Path, "as it was before");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        FluentActions.Invoking(() => AtomicFile.Write(Path, stream => stream.Write("done"u8))).Should().Throw<UnauthorizedAccessException>()
            .WithMessage($"'{Path}' cannot be written: its folder takes no new file.");
        File.ReadAllText(Path).Should().Be("as it was before");
        File.SetUnixFileMode(folder, Usual | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipe_is_written_to(bool isLinked)
    {
        if (OperatingSystem.IsWindows()) return;
        Run("mkfifo", Path);
        Network network = Network.Create(200).AddLayer(100).AddOutput(2).Build(seed: 1); // more than a pipe holds
        Task<byte[]> reader = Task.Run(() => File.ReadAllBytes(Path));
        await Task.Run(() => network.Save(isLinked ? Linked(Path) : Path)).WaitAsync(TimeSpan.FromSeconds(20));
        (await reader.WaitAsync(TimeSpan.FromSeconds(20))).Should().Equal(Networks.Files.NetworkBytes.Of(network));
        Directory.GetFileSystemEntries(folder).Should().HaveCount(isLinked ? 2 : 1);
    }

    /// <summary>A device like <c>/dev/null</c> and one like <c>/dev/full</c>; both can be seeked.</summary>
    [Theory]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(7, false)]
    public void A_device_is_written_to_and_stays(int minor, bool isLinked)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return;
        Run("mknod", "-m", "666", Path, "c", "1", $"{minor}");
        Action write = () => AtomicFile.Write(isLinked ? Linked(Path) : Path, stream => stream.Write("done"u8));
        if (minor == 3) write();
        else write.Should().Throw<IOException>("the device is full").WithMessage("No space left on device*");
        Run("test", "-c", Path);
        File.GetUnixFileMode(Path).Should().Be((UnixFileMode)Convert.ToInt32("666", 8));
        Directory.GetFiles(folder, ".*").Should().BeEmpty();
    }

    [Fact]
    public void A_socket_is_refused_and_stays()
    {
        if (OperatingSystem.IsWindows()) return;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path));
        FluentActions.Invoking(() => AtomicFile.Write(Path, stream => stream.Write("done"u8))).Should().Throw<IOException>();
        Run("test", "-S", Path);
        Directory.GetFileSystemEntries(folder).Should().Equal(Path);
    }

    [Fact]
    public void What_is_open_already_is_written_on()
    {
        // as /dev/stdout is where the output goes to a file
        if (!OperatingSystem.IsLinux()) return;
        using var open = new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite);
        open.Write("before "u8);
        open.Flush();
        string descriptor = $"fd/{open.SafeFileHandle.DangerousGetHandle()}";
        AtomicFile.Write($"/dev/{descriptor}", stream => stream.Write("done"u8));
        AtomicFile.Write(Linked($"/proc/self/{descriptor}"), stream => stream.Write(" twice"u8));
        open.Position = 0;
        byte[] all = new byte[100];
        Encoding.UTF8.GetString(all, 0, open.Read(all)).Should().Be("before done twice");
        File.ReadAllText(Path).Should().Be("before done twice");
    }

    private string Linked(string target)
    {
        string link = System.IO.Path.Combine(folder, "link");
        File.CreateSymbolicLink(link, target);
        return link;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} {1}", program, string.Join(' ', arguments));
    }
}
