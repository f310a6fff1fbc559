using System.Diagnostics;

namespace ResNet;

/// <summary>
/// A fit under way: the order of the samples, the plan of the passes and the training step that the lanes take together.
/// </summary>
internal sealed class TrainingStep
{
    private readonly Network network;
    private readonly Dataset data;
    private readonly Targets targets;
    private readonly SampleWeights weights;
    private readonly TrainerOptions options;
    private readonly Plan plan;
    private readonly IReadOnlyList<Slice> batches;
    private readonly int[] order;
    private readonly BatchLoss loss;
    private readonly LaneChoice choice;
    private readonly Action<Lane> step;
    private readonly LaneDistance distance = new();
    private bool measures;
    private float[] lastInputs = [];
    private float[] lastPredictions = [];
    private Slice batch;
    private double batchWeight;

    public TrainingStep(Network network, Dataset data, TrainerOptions options, OptimizerState state)
    {
        this.network = network;
        this.data = data;
        this.options = options;
        State = state;
        targets = new Targets(data, network.TargetStandardization);
        weights = new SampleWeights(data, options.ClassWeights);
        batches = ResNet.Batches.Split(data.Count, options.BatchSize, joinLastSingle: network.UsesBatchNorm);
        int largest = batches.Max(batch => batch.Count);
        order = [.. Enumerable.Range(0, data.Count)];
        Outputs = options.Measured.Count > 0 ? new float[checked(network.Outputs * data.Count)] : [];
        int most = Math.Min(options.Threads ?? Environment.ProcessorCount, Math.Max(1, largest / 8));
        plan = Plan.ForTraining(network.Stages[0].Input, network.WireTraining, largest, most, wantsInputGradient: false);
        plan.Input.Value = plan.Allocate(plan.Input.Shape);
        loss = new BatchLoss(options.Loss, targets, plan.Output, largest);
        choice = new LaneChoice(most);
        step = Step;
    }

    public int Batches => batches.Count;

    /// <summary>What the optimizer remembers.</summary>
    public OptimizerState State { get; }

    /// <summary>
    /// The output for every sample in the data's order, as its batch found it, in the targets' own units; empty where no
    /// metric wants it.
    /// </summary>
    public float[] Outputs { get; }

    /// <summary>Gives the number of lanes of each step instead of a choice by time.</summary>
    public Func<int>? GivenLanes { get; init; }

    /// <summary>The samples of an epoch that come before a batch.</summary>
    public int SamplesBefore(int batch) => batches[batch].First;

    /// <summary>Puts the samples into the epoch's order.</summary>
    public void Shuffle(int epoch) => ResNet.Batches.Shuffle(order, options.Seed, epoch);

    /// <summary>Trains on one batch; gives the losses as they were before the step.</summary>
    /// <param name="index">the batch of the epoch</param>
    /// <param name="rate">the learning rate</param>
    /// <param name="draw">the number of this step, which with the seed fixes its random draws</param>
    public EpochSums Take(int index, float rate, long draw)
    {
        batch = batches[index];
        batchWeight = 0;
        for (int j = 0; j < batch.Count; j++) batchWeight += weights[order[batch.First + j]];
        plan.Samples = batch.Count;
        plan.Draw = new Draw(options.Seed, draw);
        measures = distance.IsDue;
        State.BeginStep(rate, distance.IsFar);
        RunLanes();

        double sum = 0;
        int? errors = loss.IsWrong(0) is null ? null : 0;
        for (int j = 0; j < batch.Count; j++)
        {
            sum += (double)weights[order[batch.First + j]] * loss[j];
            if (loss.IsWrong(j) == true) errors++;
        }

        return new EpochSums(sum, batchWeight, errors, batch.Count);
    }

    public string FirstBrokenPlace() => plan.FirstBrokenPlace() ?? "loss";

    /// <summary>
    /// The first place whose values are not finite when the network predicts the last batch with the weights of now; null if all are
    /// finite, or there was no batch.
    /// </summary>
    public string? BrokenPrediction()
    {
        if (plan.Samples == 0) return null;
        if (lastInputs.Length == 0)
        {
            lastInputs = new float[plan.Capacity * network.Inputs];
            lastPredictions = new float[plan.Capacity * network.Outputs];
        }

        plan.Input.Value.Samples(new Slice(0, plan.Samples)).CopyTo(lastInputs);
        network.PredictInto(lastInputs, plan.Samples, lastPredictions, options.Threads);
        bool areFinite = Elementwise.AllFinite(lastPredictions.AsSpan(0, plan.Samples * network.Outputs));
        return areFinite ? null : network.BrokenPlaceOf(lastInputs, plan.Samples);
    }

    /// <summary>Forgets the optimizer's steps, which have gone with the weights.</summary>
    public void Forget() => State.Clear();

    /// <summary>Runs the step on as many lanes as are chosen. A last batch that is shorter says nothing of what others take.</summary>
    private void RunLanes()
    {
        long began = Stopwatch.GetTimestamp();
        long waited = Workers.Run(GivenLanes?.Invoke() ?? choice.Lanes, step);
        if (batch.Count != batches[0].Count) return;
        choice.Note(Stopwatch.GetElapsedTime(began), waited: Stopwatch.GetElapsedTime(0, waited));
    }

    /// <summary>One lane's part of a step: its own samples forward and back, then its share of the parameters.</summary>
    private void Step(Lane lane)
    {
        if (measures) distance.Measure(lane);
        Slice samples = plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++) data.Sample(order[batch.First + j]).CopyTo(plan.Input.Value.Sample(j));
        plan.Forward(lane);
        for (int j = samples.First; j < samples.End; j++) ComputeLoss(j, order[batch.First + j]);
        if (options.ClipNorm is null && State.TakesGradients)
        {
            plan.Backward(lane, State);
            return;
        }

        plan.Backward(lane, KeptGradients.Instance);
        lane.Barrier();
        State.Step(lane, options.ClipNorm);
    }

    private void ComputeLoss(int j, int sample)
    {
        loss.Compute(j, sample, share: batchWeight > 0 ? (float)(weights[sample] / batchWeight) : 0);
        ReadOnlySpan<float> z = loss.OutputOf(j);
        if (Outputs.Length > 0) targets.Restore(z, Outputs.AsSpan(sample * z.Length, z.Length));
    }
}
