using System.Numerics.Tensors;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Optimizers made outside the library.</summary>
[Collection(RunsAlone.Name)]
public class UsersOptimizerTests
{
    private static readonly Dataset data = Dataset.ForRegression(NormalBatch.Of(20, 170), NormalBatch.Of(3, 170, seed: 2));

    [Theory]
    [InlineData(Normalization.None, null)]
    [InlineData(Normalization.Batch, 0.5f)]
    public void One_written_with_tensor_primitives_gives_the_same_bits_on_any_number_of_threads(
        Normalization normalization, float? clipNorm)
    {
        int[][] bits =
            [.. new[] { 1, 2, 3, 8 }.Select(threads => Fitted(new MomentumWithTensors(0.01f), normalization, clipNorm, threads))];
        foreach (int[] other in bits[1..]) other.Should().Equal(bits[0]);
    }

    [Fact]
    public void One_with_the_formula_of_Sgd_trains_as_Sgd_does()
    {
        Network own = Build(Normalization.None), library = Build(Normalization.None);
        new Trainer(own, Options(new MomentumWithTensors(0.01f) { WeightDecay = 0.1f })).Fit(data);
        new Trainer(library, Options(new Sgd(0.01f) { Momentum = 0.9f, WeightDecay = 0.1f })).Fit(data);
        foreach ((Parameter ours, Parameter theirs) in own.Parameters.Zip(library.Parameters))
        {
            (ours.Value - theirs.Value).L2Norm().Should().BeLessThan(1e-5 * Math.Max(1, theirs.Value.L2Norm()), theirs.Name);
        }
    }

    [Fact]
    public void It_is_given_every_value_once_a_step_in_runs_of_at_most_4096_zeroed_memory_its_number_and_its_decay()
    {
        var optimizer = new Watching { WeightDecay = 0.25f, DecayWeightsOnly = true };
        Network network = Network.Create(20).AddLayer(300).AddOutput(3).Build();
        new Trainer(network, new TrainerOptions
        {
            Optimizer = optimizer, Loss = Loss.MeanSquaredError, BatchSize = 170, Epochs = 2, Threads = 1, Schedule = Schedule.Constant,
        }).Fit(data);

        int[] lengths = [.. network.Parameters.SelectMany(parameter => Runs(parameter.Values.Length))];
        optimizer.Seen.Select(seen => seen.Length).Should().Equal([.. lengths, .. lengths]);
        optimizer.Seen.Select(seen => seen.Step.Number).Should().Equal(lengths.Select(_ => 1).Concat(lengths.Select(_ => 2)));
        optimizer.Seen.Select(seen => seen.Step.Rate).Should().AllBeEquivalentTo(0.5f);
        optimizer.Seen.Select(seen => seen.Step.Decay).Distinct().Should().BeEquivalentTo([0f, 0.25f], "biases are left out");
        optimizer.Seen.Should().OnlyContain(seen => seen.First == seen.Step.Number - 1 && seen.Second == 2 * (seen.Step.Number - 1));

        static IEnumerable<int> Runs(int length) =>
            Enumerable.Range(0, (length + 4095) / 4096).Select(i => Math.Min(4096, length - 4096 * i));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void One_that_remembers_too_much_or_too_little_is_refused(int moments)
    {
        Action train = () => _ = new Trainer(Build(Normalization.None), Options(new Remembering(moments)));
        train.Should().Throw<InvalidOperationException>()
            .WithMessage($"Remembering remembers {moments} numbers of a value; it may 0, 1 or 2.");
    }

    [Fact]
    public void One_without_a_text_of_its_own_says_its_type_and_what_all_have() =>
        new Remembering(0).ToString().Should().Be("Remembering, learning rate 1, weight decay 0");

    private static int[] Fitted(Optimizer optimizer, Normalization normalization, float? clipNorm, int threads)
    {
        Network network = Build(normalization);
        new Trainer(network, Options(optimizer, clipNorm, threads)).Fit(data);
        return Bits.Of(network);
    }

    private static TrainerOptions Options(Optimizer optimizer, float? clipNorm = null, int? threads = null) => new()
    {
        Optimizer = optimizer, Loss = Loss.MeanSquaredError, BatchSize = 64, Epochs = 3, ClipNorm = clipNorm, Threads = threads,
    };

    private static Network Build(Normalization normalization) => Network.Create(20).WithNormalization(normalization).AddLayer(137)
        .AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(3).Build(seed: 3);

    private sealed class Watching() : Optimizer(0.5f)
    {
        public List<(int Length, OptimizerStep Step, float First, float Second)> Seen { get; } = [];

        protected internal override int Moments => 2;

        protected internal override void Update(
            Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current)
        {
            Seen.Add((values.Length, current, TensorPrimitives.Max<float>(first), TensorPrimitives.Max<float>(second)));
            TensorPrimitives.Add(first, 1, first);
            TensorPrimitives.Add(second, 2, second);
        }
    }

    private sealed class Remembering(int moments) : Optimizer(1)
    {
        protected internal override int Moments => moments;

        protected internal override void Update(
            Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current)
        {
        }
    }
}
