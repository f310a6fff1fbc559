using Microsoft.Win32.SafeHandles;

namespace ResNet;

/// <summary>Standard output that throws when a pipe has been closed at the other end.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;
    private const int BrokenPipe = 32; // EPIPE of Linux and macOS

    /// <summary>
    /// The console's stream ignores a closed pipe, and the program would continue in vain. A stream on the descriptor does not; but
    /// with a file it would not advance the shared position at which the next program of a script continues to write.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>Whether the exception means that the output has been closed at the other end.</summary>
    public static bool IsClosed(IOException exception) => !OperatingSystem.IsWindows() && exception.HResult == BrokenPipe;
}
