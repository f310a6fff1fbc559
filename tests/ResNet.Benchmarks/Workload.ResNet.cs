using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <content>The workload on this library.</content>
public sealed partial record Workload
{
    public partial Action Prepare(int threads)
    {
        Network network = Network.Create(Width).AddLayer(Width).AddResidualBlocks(Blocks).AddOutput(Classes).Build(seed: 1);
        Matrix<float> x = Matrix<float>.Build.Random(Width, Samples, seed: 1);
        if (!Trains)
        {
            float[] values = x.AsColumnMajorArray(), output = new float[Classes * Samples];
            return () => network.PredictInto(values, Samples, output, threads);
        }

        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(Classes))];
        var options = new TrainerOptions
        {
            Optimizer = new Sgd(0.01f) { Momentum = 0.9f }, BatchSize = Samples, Threads = threads,
        };
        var fit = new Fit(
            network, Dataset.ForClassification(x, labels, Classes), options, new OptimizerState(network.Parameters, options.Optimizer));
        return () => fit.Step(0);
    }
}
