using CsvHelper;
using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>
/// All runs, one per row. Rows of kind <c>plain</c> have the initialization chosen at that depth; those of the other one have the
/// kind <c>plain-he</c> or <c>plain-orthogonal</c>. So grouping by kind, depth and rate gives the figure: of the groups with all
/// seeds, the one with the smallest median error.
/// </summary>
internal static class CsvReport
{
    private static readonly string[] header =
        ["kind", "depth", "seed", "learning_rate", "training_error", "training_loss", "status", "seconds"];

    public static void Write(string path, DepthStudyResult result)
    {
        var chosen = result.Points.ToDictionary(point => (point.Kind, point.Depth), point => point.Initialization);
        using CsvWriter csv = CsvWriter.ToFile(path);
        csv.WriteHeader(header);
        foreach (DepthStudyRun run in result.Runs)
        {
            bool isChosen = run.Initialization == chosen[(run.Kind, run.Depth)];
            csv.WriteField(isChosen ? Words.Of(run.Kind) : $"{Words.Of(run.Kind)}-{Words.Of(run.Initialization)}");
            csv.WriteField(run.Depth);
            csv.WriteField(run.Seed);
            csv.WriteField(run.LearningRate);
            csv.WriteField(run.TrainingError);
            csv.WriteField(run.TrainingLoss);
            csv.WriteField(Words.Of(run.Status));
            csv.WriteField(Math.Round(run.Duration.TotalSeconds, 3));
            csv.EndRecord();
        }
    }
}
