namespace ResNet;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file beside the path, flushes it to disk and renames it over: whatever stops this, the path holds
    /// the old file or the new one.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
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
    public static string TemporariesOf(string pattern) => $".{pattern}.*.tmp";
}
