using Spectre.Console;

namespace ResNet.Samples;

/// <summary>A fit's progress as a bar.</summary>
internal sealed class FitBar(ProgressTask task) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        task.Value = 100 * (value.Epoch - 1 + (double)value.Batch / value.Batches) / value.Epochs;
        if (value.Batch == value.Batches) task.Description = $"epoch {value.Epoch} of at most {value.Epochs} · loss {value.Loss:0.000}";
    }
}
