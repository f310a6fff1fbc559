namespace ResNet;

/// <summary>
/// Shows the progress of a fit on the console: on a terminal one line that is rewritten up to ten times a second, and finished
/// epochs as lines that stay; in a file or a pipe those lines alone.
/// </summary>
/// <remarks>
/// <para>
/// It writes to standard output unless told otherwise. A finished epoch becomes a line that stays if the line before is at least
/// two seconds old; the last one always does. The rewritten line shows the batch's loss, the others the epoch's. Both have no
/// colours, show numbers in the invariant culture, and leave out what does not fit into the terminal's width, from the right, whole
/// numbers and words at a time. When the fit ends, for whatever reason, the rewritten line is gone and the next output begins on a
/// line of its own.
/// </para>
/// <para>
/// Nothing is rewritten, and no control characters are written, where the output is no terminal, where the environment variable
/// <c>TERM</c> is <c>dumb</c>, or where the width of the terminal is not known.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// TrainingHistory history = trainer.Fit(training, validation, new ConsoleProgress());
/// </code>
/// prints lines such as
/// <code>
/// epoch 3 of 20: loss 0.4123, validation loss 0.3981, validation error 14.2 %, 0:41 left, 24,310 samples/s, rate 0.00076
/// </code>
/// </example>
public sealed class ConsoleProgress : IProgress<TrainingProgress>
{
    private static readonly TimeSpan pauseOfLines = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan pauseOfRewriting = TimeSpan.FromSeconds(0.1);

    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly Func<int> columns;
    private readonly bool rewrites;
    private readonly TimeProvider time;
    private readonly long began;
    private TimeSpan nextLine;
    private TimeSpan nextRewriting;
    private TrainingProgress? waiting; // a finished epoch that no line shows yet
    private int shown; // columns of the line that is rewritten

    /// <summary>Progress on standard output.</summary>
    public ConsoleProgress()
        : this(Console.Out)
    {
    }

    /// <summary>Progress on standard error, or any other output.</summary>
    /// <param name="output">
    /// where to; a line is rewritten only where this is <see cref="Console.Out"/> or <see cref="Console.Error"/> and a terminal
    /// </param>
    /// <exception cref="ArgumentNullException">the output is null.</exception>
    public ConsoleProgress(TextWriter output)
        : this(
            output ?? throw new ArgumentNullException(nameof(output)),
            () => IsTerminal(output) ? ColumnsOfConsole() : 0,
            Environment.GetEnvironmentVariable("TERM") != "dumb",
            TimeProvider.System)
    {
    }

    /// <summary>Progress on any output.</summary>
    /// <param name="output">where to</param>
    /// <param name="columns">the width of the terminal; 0 where it is not known or there is no terminal</param>
    /// <param name="rewrites">whether a line may be rewritten, if the width is known</param>
    /// <param name="time">what time it is</param>
    internal ConsoleProgress(TextWriter output, Func<int> columns, bool rewrites, TimeProvider time)
    {
        (this.output, this.columns, this.rewrites, this.time) = (output, columns, rewrites, time);
        began = time.GetTimestamp();
    }

    /// <summary>Shows a report, unless the one before is too recent.</summary>
    /// <param name="value">the report</param>
    public void Report(TrainingProgress value)
    {
        lock (gate)
        {
            TimeSpan now = time.GetElapsedTime(began);
            bool isEpoch = value.Batch == value.Batches && value.LastEpoch is not null;
            if (isEpoch) waiting = value;
            if (isEpoch && (now >= nextLine || value.Epoch == value.Epochs))
            {
                nextLine = now + pauseOfLines;
                WriteWaiting();
            }
            else if (rewrites && now >= nextRewriting && columns() is > 0 and int width)
            {
                nextRewriting = now + pauseOfRewriting;
                string line = ProgressLine.Fit(isEpoch ? ProgressLine.OfEpoch(value) : ProgressLine.OfBatch(value), width);
                output.Write(Erasure() + line);
                shown = ProgressLine.Columns(line);
            }
        }
    }

    /// <summary>
    /// Takes the rewritten line away, and shows the last finished epoch if it has no line yet. A fit does this when it ends; call it
    /// where reports come from elsewhere, such as a progress receiver that passes them on.
    /// </summary>
    public void End()
    {
        lock (gate)
        {
            WriteWaiting();
            (nextLine, nextRewriting) = (default, default);
        }
    }

    private static bool IsTerminal(TextWriter output) =>
        (output == Console.Out && !Console.IsOutputRedirected) || (output == Console.Error && !Console.IsErrorRedirected);

    private static int ColumnsOfConsole()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return 0;
        }
    }

    /// <summary>Replaces the rewritten line by one that stays, of the epoch that waits for it if any does.</summary>
    private void WriteWaiting()
    {
        string line = waiting is { } epoch ? ProgressLine.Fit(ProgressLine.OfEpoch(epoch), columns()) : "";
        output.Write(Erasure() + line + (line.Length > 0 ? output.NewLine : ""));
        (waiting, shown) = (null, 0);
    }

    /// <summary>Spaces over the rewritten line, as every terminal understands them, and back to where it began.</summary>
    private string Erasure() => shown == 0 ? "" : $"\r{new string(' ', Math.Min(shown, Math.Max(columns() - 1, 0)))}\r";
}
