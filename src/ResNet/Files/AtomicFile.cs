namespace ResNet;

/// <summary>Writes a file completely or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, flushes it to disk and renames it to the path: if anything interrupts
    /// this, the path holds either the old file or the new one.
    /// </summary>
    /// <param name="path">the file</param>
    /// <param name="write">writes the content; if it throws, the old file stays as it was</param>
    /// <exception cref="ArgumentNullException">write is null.</exception>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or the path is a folder.</exception>
    /// <example><code>AtomicFile.Write("report.txt", stream => stream.Write("done"u8));</code></example>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string whole = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(whole) ?? whole, $".{Path.GetFileName(whole)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, whole, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The pattern of the temporary files that interrupted writes have left, for a pattern of file names.</summary>
    internal static string TemporariesOf(string pattern) => $".{pattern}.*.tmp";
}
