namespace ResNet.Samples;

/// <summary>From the images to the results.</summary>
internal static class ImageSession
{
    /// <summary>Trains, until the end or Ctrl+C, tests, and writes the results.</summary>
    /// <returns>0</returns>
    /// <exception cref="ArgumentException">the training diverged.</exception>
    public static int Run(ImageRequest request)
    {
        OutputFolder? folder = request.Output is { } path ? OutputFolder.Create(path) : null;
        if (request.Save is { } file) OutputFolder.CreateFor(file);
        ImageData data = ImageData.Load(request);
        Network network = ImageTraining.Build(request, data);
        var trainer = new Trainer(network, ImageTraining.Options(request));
        Announce(request, data, network);

        TrainingHistory history = Fit(trainer, data);
        if (history.Divergence is { } divergence) throw new ArgumentException($"{divergence} A smaller --learning-rate may help.");

        var predictions = new Predictions(network.Predict(data.Test.Inputs), data.Test);
        var result = new ImageResult(history, Metric.LogLoss.Measure(predictions), ConfusionMatrix.Of(predictions), data.Names);
        ResultTable.Print(result);
        if (request.Save is not null) network.Save(request.Save);
        if (folder is not null) ImageFiles.Write(folder, result);
        return 0;
    }

    private static TrainingHistory Fit(Trainer trainer, ImageData data)
    {
        using var interruption = new Interruption();
        return trainer.Fit(data.Training, data.Validation, new ConsoleProgress(), interruption.Token);
    }

    private static void Announce(ImageRequest request, ImageData data, Network network)
    {
        string validation = data.Validation is { } heldOut ? $", {heldOut.Count} for validation" : "";
        string kind = request.IsPlain ? "plain" : "residual";
        long parameters = network.Parameters.Sum(parameter => (long)parameter.Value.RowCount * parameter.Value.ColumnCount);
        Terminal.WriteLine(
            $"{data.Training.Count} training images{validation}, {data.Test.Count} for testing; " +
            $"{data.Training.Features} pixels, {data.Names.Count} classes.");
        Terminal.WriteLine($"A {kind} network of {network.Depth} layers of width {request.Width} with {parameters:N0} parameters.");
    }
}
