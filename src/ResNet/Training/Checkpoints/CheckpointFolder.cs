using System.Diagnostics;
using System.Globalization;

namespace ResNet;

/// <summary>The checkpoints of a fit on disk: numbered files, of which the highest number is the newest.</summary>
internal sealed class CheckpointFolder
{
    private const string Begin = "checkpoint-";
    private const string End = ".safetensors";

    private readonly Checkpoints settings;
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private int stepsSinceLast;

    /// <summary>Creates the folder if needed, and deletes the temporary files of interrupted writes.</summary>
    public CheckpointFolder(Checkpoints settings)
    {
        this.settings = settings;
        Directory.CreateDirectory(settings.Folder);
        string[] leftovers = Directory.GetFiles(settings.Folder, AtomicFile.TemporariesOf($"{Begin}*{End}"));
        foreach (string leftover in leftovers) File.Delete(leftover);
    }

    /// <summary>The newest checkpoint; null where there is none.</summary>
    public string? Newest => Numbers() is [.., int last] ? PathOf(last) : null;

    /// <summary>Whether the fit has done any steps since the last checkpoint.</summary>
    public bool IsBehind => stepsSinceLast > 0;

    /// <summary>Whether it is time for a checkpoint.</summary>
    public bool IsDue => IsBehind && (stepsSinceLast >= settings.EverySteps || sinceLast.Elapsed >= settings.Every);

    public void CountStep() => stepsSinceLast++;

    /// <summary>Writes the next checkpoint; once it is on disk, deletes the oldest beyond the number to keep.</summary>
    public void Write(Action<Stream> write)
    {
        int[] numbers = Numbers();
        AtomicFile.Write(PathOf(numbers.LastOrDefault() + 1), write);
        foreach (int old in numbers.SkipLast(settings.Keep - 1)) File.Delete(PathOf(old));
        stepsSinceLast = 0;
        sinceLast.Restart();
    }

    /// <summary>The numbers of the checkpoints in order; files whose names are not exactly a checkpoint's are ignored.</summary>
    private int[] Numbers() =>
        [.. Directory.EnumerateFiles(settings.Folder, $"{Begin}*{End}").Select(path => NumberOf(Path.GetFileName(path))).OfType<int>()
            .Order()];

    private static int? NumberOf(string name)
    {
        bool isNumber =
            int.TryParse(name.AsSpan()[Begin.Length..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number < int.MaxValue && name == NameOf(number) ? number : null;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Begin}{number:D6}{End}");

    private string PathOf(int number) => Path.Combine(settings.Folder, NameOf(number));
}
