namespace ResNet;

/// <summary>Where symbolic links lead.</summary>
internal static class SymbolicLinks
{
    private const int Most = 40;

    /// <summary>The full path, free of links, of what a path leads to; it need not be there.</summary>
    public static string Follow(string path)
    {
        string whole = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            return new FileInfo(whole) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : whole;
        }

        int links = 0;
        return Walk("/", whole);

        string Walk(string from, string way)
        {
            foreach (string name in way.Split('/'))
            {
                string next = Path.GetFullPath(Path.Join(from, name));
                if (IsOpenFile(next) || new FileInfo(next).LinkTarget is not { } target) from = next;
                else if (++links <= Most) from = Walk(target.StartsWith('/') ? "/" : from, target);
                else throw new IOException($"'{path}' is a link that leads in a circle, or through more than {Most} others.");
            }

            return from;
        }
    }

    /// <summary>
    /// Whether a path names a file that a process has open, as <c>/dev/stdout</c> leads to one: what it says it is a link to may be
    /// a pipe, or gone.
    /// </summary>
    public static bool IsOpenFile(string path) => Path.GetDirectoryName(path) is { } folder
        && folder.EndsWith("/fd", StringComparison.Ordinal)
        && (folder == "/dev/fd" || folder.StartsWith("/proc/", StringComparison.Ordinal));
}
