using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training;

/// <summary>Fits that use, between them, all that training has.</summary>
internal static class Setups
{
    private const float Rate = 0.02f;

    private static readonly Dataset validation = Setup.ForClasses(9, seed: 2);

    private static readonly Dictionary<string, Setup> all = new()
    {
        ["the defaults"] = new(),
        ["SGD, class weights"] = new()
        {
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Sgd(Rate) { WeightDecay = 0.1f },
                Schedule = Schedule.Constant, ClassWeights = [1, 2, 0.5f], Seed = 4,
            },
        },
        ["momentum, batch norm, weights of samples, steps by epoch"] = new()
        {
            Blocks = builder => builder.WithNormalization(Normalization.Batch).AddLayer(6).AddResidualBlocks(2),
            Training = Setup.ForClasses(Setup.Samples, seed: 1)
                .WithWeights([.. Enumerable.Range(0, Setup.Samples).Select(i => (float)(i % 5))]),
            Validation = validation,
            With = checkpoints => new()
            {
                BatchSize = 7, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Sgd(Rate) { Momentum = 0.9f },
                Schedule = new StepSchedule(1, 0.5), // the last batch of one sample joins the one before
            },
        },
        ["Nesterov, layer norm, clipping, cosine"] = new()
        {
            Blocks = builder => builder.WithOrder(BlockOrder.PreActivation).WithNormalization(Normalization.Layer).AddLayer(6)
                .AddResidualBlocks(2, block => block.WithZeroBranch(false)),
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Sgd(Rate) { Momentum = 0.9f, Nesterov = true },
                Schedule = new CosineSchedule(), ClipNorm = 0.1f,
            },
        },
        ["Adam, dropout, stochastic depth, one cycle, metrics"] = new()
        {
            Blocks = builder => builder.WithDropout(0.3f).WithStochasticDepth(0.5f).AddLayer(6)
                .AddResidualBlocks(3, block => block.WithZeroBranch(false)),
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Adam(Rate) { WeightDecay = 0.1f },
                Schedule = new OneCycleSchedule(), Metrics = [Metric.RocAuc, Metric.LogLoss, Metric.TopK(2)],
            },
        },
        ["AdamW, batch norm, dropout, stochastic depth, clipping, warm-up"] = new()
        {
            Blocks = builder => builder.WithNormalization(Normalization.Batch).WithDropout(0.3f).WithStochasticDepth(0.5f)
                .AddLayer(6).AddPlainBlock(5).AddResidualBlock(6, block => block.WithHiddenWidth(9)).AddResidualBlocks(2),
            Validation = validation,
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints,
                Optimizer = new AdamW(Rate) { WeightDecay = 0.1f, DecayWeightsOnly = true },
                Schedule = new ExponentialSchedule(0.9) { Unit = ScheduleUnit.Step }.WithWarmup(4, ScheduleUnit.Step), ClipNorm = 0.5f,
                Loss = new SoftmaxCrossEntropy { LabelSmoothing = 0.1f },
            },
        },
        ["a user's optimizer"] = new()
        {
            With = checkpoints => new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new MomentumWithTensors(Rate) },
        },
        ["early stopping that ends the fit"] = Stopping(patience: 1),
        ["early stopping that gives back an earlier epoch"] = Stopping(patience: 5),
        ["early stopping on a metric of the training data"] = new()
        {
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Adam(0.3f),
                EarlyStopping = new EarlyStopping { Metric = Metric.LogLoss, Patience = 2 },
            },
        },
        ["a plateau of the loss, a learned factor"] = new()
        {
            Blocks = builder => builder.AddLayer(6).AddResidualBlocks(2, block => block.WithBranchFactor(BranchFactor.Learned)),
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 4, Checkpoints = checkpoints, Optimizer = new Adam(0.3f),
                Schedule = new ReduceOnPlateauSchedule { Patience = 1, MinimumImprovement = 0.5 },
            },
        },
        ["a plateau of a metric behind a warm-up"] = new()
        {
            Validation = validation,
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 4, Checkpoints = checkpoints, Optimizer = new AdamW(0.1f),
                Schedule = new ReduceOnPlateauSchedule { Patience = 1, MinimumImprovement = 0.5, Metric = Metric.Accuracy }
                    .WithWarmup(1, ScheduleUnit.Epoch),
            },
        },
        ["frozen blocks"] = new()
        {
            Blocks = builder => builder.WithNormalization(Normalization.Batch).WithDropout(0.3f).AddLayer(6).AddResidualBlocks(3),
            Prepare = network => network.Freeze(2),
            With = checkpoints =>
                new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Optimizer = new Adam(Rate), ClipNorm = 0.1f },
        },
        ["embeddings"] = new()
        {
            Blocks = builder => builder.AddEmbeddings(new Embedding(0, 5, 2)).WithOrder(BlockOrder.PreNorm)
                .WithNormalization(Normalization.Batch).AddLayer(6).AddResidualBlocks(2),
            Training = WithCodes(Setup.ForClasses(Setup.Samples, seed: 1)),
            Validation = WithCodes(validation),
        },
        ["scaled targets, Huber, metrics"] = new()
        {
            Training = Setup.ForTargets(Setup.Samples, seed: 1),
            Validation = Setup.ForTargets(9, seed: 3),
            Prepare = network => network.Standardize(Setup.ForTargets(Setup.Samples, seed: 1)),
            With = checkpoints => new()
            {
                BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Loss = new HuberLoss { Delta = 0.7f }, Metrics = [Metric.R2],
            },
        },
        ["several labels"] = new()
        {
            Training = Dataset.ForMultiLabel(
                Setup.ForClasses(Setup.Samples, seed: 1).Inputs,
                [.. Enumerable.Range(0, Setup.Samples).Select(i => new[] { i % 3, i % 2 })], Setup.Classes),
            With = checkpoints => new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Loss = Loss.BinaryCrossEntropy },
        },
    };

    public static TheoryData<string> Names => [.. all.Keys];

    /// <summary>Those that a loop of one's own can be compared with: no stopping, and nothing that measures.</summary>
    public static TheoryData<string> Plain => [.. all.Where(pair => IsPlain(pair.Value.With(null))).Select(pair => pair.Key)];

    public static Setup Named(string name) => all[name];

    private static bool IsPlain(TrainerOptions options) =>
        options is { EarlyStopping: null, ClassWeights: null } && options.Schedule is not (ReduceOnPlateauSchedule or Warmup);

    /// <summary>No improvement is ever large enough, so that the first epoch is the best.</summary>
    private static Setup Stopping(int patience) => new()
    {
        Blocks = builder => builder.WithNormalization(Normalization.Batch).AddLayer(6).AddResidualBlocks(2),
        Validation = validation,
        With = checkpoints => new()
        {
            BatchSize = 8, Epochs = 4, Checkpoints = checkpoints,
            EarlyStopping = new EarlyStopping { Patience = patience, MinimumImprovement = 100 },
        },
    };

    private static Dataset WithCodes(Dataset data)
    {
        Matrix<float> inputs = data.Inputs.Clone();
        inputs.SetRow(0, [.. Enumerable.Range(0, data.Count).Select(sample => (float)(sample % 5))]);
        return Dataset.ForClassification(inputs, data.Labels!, data.Classes);
    }
}
