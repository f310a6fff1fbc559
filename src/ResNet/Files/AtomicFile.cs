namespace ResNet;

/// <summary>Writes a file whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file beside the path, flushes it to disk and renames it over: whatever stops this, the path holds
    /// the old file or the new one.
    /// </summary>
    /// <param name="path">where the file goes</param>
    /// <param name="write">writes what it holds; what this throws leaves the old file as it was</param>
    /// <exception cref="ArgumentNullException">there is nothing to write with.</exception>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
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

    /// <summary>The pattern of temporary files that killed writes of such a name, a pattern itself, have left.</summary>
    internal static string TemporariesOf(string pattern) => $".{pattern}.*.tmp";
}
