using Microsoft.Win32.SafeHandles;

namespace ResNet.Samples;

/// <summary>Standard output, such that a pipe says when nobody reads it any more.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;
    private const int BrokenPipe = 32; // EPIPE of Linux and macOS

    /// <summary>
    /// The console's stream passes over a closed pipe in silence, and the program would go on for nobody. A stream on the
    /// descriptor does not; in a file it would not move the place at which the next program of a script goes on, though.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>Whether this tells that nobody reads the output any more.</summary>
    public static bool IsClosed(IOException exception) => !OperatingSystem.IsWindows() && exception.HResult == BrokenPipe;
}
