using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>Where the time of a training step goes on one thread, by kind of work and in percent.</summary>
internal sealed class StepProfile
{
    private const double Seconds = 2;

    private readonly Dictionary<string, long> ticks = [];

    /// <summary>Prints a row for each workload, and a column for each kind of work that one of them has.</summary>
    public static void Print(IEnumerable<Workload> workloads)
    {
        foreach (Workload workload in workloads)
        {
            var profile = new StepProfile();
            profile.Take(workload);
            double all = profile.ticks.Values.Sum();
            IEnumerable<string> shares = profile.ticks.OrderByDescending(pair => pair.Value)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value / all:P1}"));
            Console.WriteLine($"{workload.Name}: {string.Join(", ", shares)}");
        }
    }

    /// <summary>Steps like those of a trainer, one operation after the other, for a while.</summary>
    private void Take(Workload workload)
    {
        Network network = workload.CreateNetwork();
        Optimizer optimizer = workload.CreateOptimizer();
        var state = new OptimizerState(network.Parameters, optimizer);
        Plan plan = Plan.ForTraining(network.Stages[0].Input, network.WireTraining, workload.Samples, lanes: 1, wantsInputGradient: false);
        plan.Samples = workload.Samples;
        plan.Input.Value = new ActivationBuffer(workload.CreateBatch().Inputs.AsColumnMajorArray(), network.Stages[0].Input);
        var watch = Stopwatch.StartNew();
        for (long step = 0; watch.Elapsed.TotalSeconds < Seconds; step++)
        {
            if (watch.Elapsed.TotalSeconds < Seconds / 4) ticks.Clear(); // warming up
            plan.Draw = new Draw(Seed: 1, step);
            state.BeginStep(Workload.LearningRate, lanesAreFar: false);
            Step(plan, state);
        }
    }

    private void Step(Plan plan, OptimizerState state)
    {
        foreach (Operation operation in plan.Operations) Time(operation, "forward", () => operation.Forward(Lane.Alone));
        plan.Output.Gradient.Samples(new Slice(0, plan.Samples)).Fill(1e-3f);
        foreach (Operation operation in plan.Operations.Reverse())
        {
            Time(operation, "input gradients", () => operation.Backward(Lane.Alone));
            (int rows, int columns) = operation.GradientShape;
            if (rows == 0) continue;
            Time(operation, "weight gradients and update", () => operation.Gradient(Lane.Alone, new Slice(0, columns), state));
        }
    }

    /// <summary>Products are told apart by their direction, and all else by what it is.</summary>
    private void Time(Operation operation, string direction, Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        long taken = Stopwatch.GetTimestamp() - start;
        string kind = operation is AffineOperation
            ? $"products, {direction}"
            : operation.GetType().Name.Replace("Operation", "").ToLowerInvariant();
        ticks[kind] = ticks.GetValueOrDefault(kind) + taken;
    }
}
