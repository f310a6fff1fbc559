namespace ResNet;

/// <summary>Writes a file completely or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Letters of a file's name in that of its temporary file, which a file system holds to 255 bytes.</summary>
    private const int LettersOfName = 64;

    /// <summary>
    /// Writes to a temporary file in the same folder, flushes it to disk and renames it to the path: if anything interrupts
    /// this, the path holds either the old file or the new one.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A symbolic link stays, and what it leads to is written. On Unix a file that is replaced keeps its mode, and one that may not
    /// be written to is not replaced; its owner is who writes, and its other hard links keep what they had.
    /// </para>
    /// <para>
    /// What is no file, such as <c>/dev/null</c>, a named pipe, or <c>/dev/stdout</c> wherever it goes, is written to as it is: what
    /// an interruption leaves there is incomplete. A file is told from them by what it allows once open: it can be seeked, and has a
    /// length or can be given one.
    /// </para>
    /// </remarks>
    /// <param name="path">the file</param>
    /// <param name="write">writes the content; if it throws, the old file stays as it was</param>
    /// <exception cref="ArgumentNullException">write is null.</exception>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="DirectoryNotFoundException">there is no such folder to write into.</exception>
    /// <exception cref="IOException">the file cannot be written, or is a link that leads in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or the path is a folder.</exception>
    /// <example><code>AtomicFile.Write("report.txt", stream => stream.Write("done"u8));</code></example>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = SymbolicLinks.Follow(path);
        if (Directory.Exists(target)) throw new UnauthorizedAccessException($"'{path}' is a folder.");
        if (Path.EndsInDirectorySeparator(path)) throw NoFolder(path, target);
        UnixFileMode? mode = null;
        if (File.Exists(target))
        {
            using var old = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            bool isOpenFile = SymbolicLinks.IsOpenFile(target);
            if (isOpenFile || !IsFile(old))
            {
                if (isOpenFile && old.CanSeek) old.Seek(0, SeekOrigin.End); // behind what has been written there
                write(old);
                old.Flush();
                return;
            }

            if (!OperatingSystem.IsWindows()) mode = File.GetUnixFileMode(old.SafeFileHandle);
        }

        Replace(path, target, mode, write);
    }

    /// <summary>
    /// The pattern of the temporary files that interrupted writes have left, for a pattern of file names of 64 letters at most.
    /// </summary>
    internal static string TemporariesOf(string pattern) => $".{pattern}.*.tmp";

    /// <summary>Whether this is no pipe, which cannot be seeked, and no device, whose length of zero cannot be set.</summary>
    private static bool IsFile(FileStream stream)
    {
        if (!stream.CanSeek) return false;
        try
        {
            if (stream.Length == 0) stream.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Replace(string path, string target, UnixFileMode? mode, Action<Stream> write)
    {
        string name = Path.GetFileName(target);
        string temporary = Path.Combine(
            Path.GetDirectoryName(target)!, $".{name[..Math.Min(name.Length, LettersOfName)]}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (FileStream file = Create(temporary, mode))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (DirectoryNotFoundException exception) when (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw NoFolder(path, target, exception);
        }
        catch (UnauthorizedAccessException exception) when (!File.Exists(temporary))
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: its folder takes no new file.", exception);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows() || mode is not { } kept) return new FileStream(path, options);
        options.UnixCreateMode = kept; // less what the process masks
        var file = new FileStream(path, options);
        File.SetUnixFileMode(file.SafeFileHandle, kept);
        return file;
    }

    private static DirectoryNotFoundException NoFolder(string path, string target, Exception? inner = null)
    {
        string? folder = Path.GetDirectoryName(path);
        bool isBehindLink = string.IsNullOrEmpty(folder) || Directory.Exists(folder);
        return new DirectoryNotFoundException(
            isBehindLink
                ? $"There is no folder '{Path.GetDirectoryName(target)}', into which the link '{path}' leads."
                : $"There is no folder '{folder}'.",
            inner);
    }
}
