using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <content>The workload on this library.</content>
public sealed partial record Workload
{
    public Network CreateNetwork()
    {
        float hiddenFactor = Hidden / (float)Width;
        NetworkBuilder builder = Network.Create(Inputs)
            .WithOrder(Recipe.Order).WithNormalization(Recipe.Normalization)
            .WithActivation(Recipe.Activation).WithDropout(Recipe.Dropout);
        builder = Recipe.Order == BlockOrder.PreNorm
            ? builder.AddTabularBlocks(Blocks, Width, hiddenFactor, Recipe.Dropout)
            : builder.AddLayer(Width).AddResidualBlocks(Blocks, block => block.WithHiddenFactor(hiddenFactor));
        return builder.AddOutput(Classes).Build(seed: 1);
    }

    /// <summary>One batch: random inputs with random labels.</summary>
    public Dataset CreateBatch()
    {
        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(Classes))];
        return Dataset.ForClassification(Matrix<float>.Build.Random(Inputs, Samples, seed: 1), labels, Classes);
    }

    public Optimizer CreateOptimizer() =>
        Recipe.IsByAdamW ? new AdamW(LearningRate) : new Sgd(LearningRate) { Momentum = Momentum };

    public partial Action Prepare(int threads) => Trains ? TrainingStep(threads, lanes: null) : Prediction(threads);

    /// <summary>A training step that always runs on all lanes.</summary>
    internal Action PrepareOnAll(int threads) => TrainingStep(threads, lanes: () => threads);

    private Action Prediction(int threads)
    {
        Network network = CreateNetwork();
        float[] values = CreateBatch().Inputs.AsColumnMajorArray(), output = new float[Classes * Samples];
        return () => network.PredictInto(values, Samples, output, threads);
    }

    private Action TrainingStep(int threads, Func<int>? lanes)
    {
        Network network = CreateNetwork();
        Optimizer optimizer = CreateOptimizer();
        var options = new TrainerOptions { Optimizer = optimizer, BatchSize = Samples, Threads = threads };
        var step = new TrainingStep(network, CreateBatch(), options, new OptimizerState(network.Parameters, optimizer))
        {
            GivenLanes = lanes,
        };
        long draw = 0;
        return () => step.Take(0, LearningRate, draw++);
    }
}
