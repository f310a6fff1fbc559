using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

public class WeightDecayTests
{
    private const float Rate = 0.5f;
    private const float Decay = 0.1f;
    private const float Clip = 0.01f;

    [Fact]
    public void Decay_is_added_to_the_gradient_after_clipping()
    {
        Network network = Build();
        Matrix<float>[] before = [.. network.Parameters.Select(parameter => parameter.Value.Clone())];
        Step(network, new Sgd(Rate) { WeightDecay = Decay }, Clip);

        double norm = Math.Sqrt(network.Parameters.Sum(parameter => parameter.Gradient.Enumerate().Sum(g => (double)g * g)));
        norm.Should().BeGreaterThan(10 * Clip, "else nothing is clipped");
        float factor = (float)(Clip / (norm + 1e-6));
        foreach ((Parameter parameter, Matrix<float> value) in network.Parameters.Zip(before))
        {
            Matrix<float> expected = value - Rate * (factor * parameter.Gradient + Decay * value);
            (parameter.Value - expected).Enumerate().Should().OnlyContain(difference => Math.Abs(difference) < 1e-6, parameter.Name);
        }
    }

    [Fact]
    public void A_gradient_within_the_norm_is_not_touched() =>
        Stepped(new Sgd(Rate), clip: 1000).Should().Equal(Stepped(new Sgd(Rate), clip: null));

    [Fact]
    public void Decay_may_leave_out_biases_and_normalizations()
    {
        foreach (Func<float, bool, Optimizer> optimizer in Optimizers)
        {
            Network plain = Build(), decayed = Build(), all = Build();
            Step(plain, optimizer(0, false));
            Step(decayed, optimizer(Decay, true));
            Step(all, optimizer(Decay, false));
            for (int i = 0; i < plain.Parameters.Count; i++)
            {
                bool decays = plain.Parameters[i].Kind is ArrayKind.Weight or ArrayKind.Factor;
                bool changed = !decayed.Parameters[i].Value.Equals(plain.Parameters[i].Value);
                changed.Should().Be(decays, plain.Parameters[i].Name);
                all.Parameters[i].Value.Should().NotBe(plain.Parameters[i].Value, "all decay by default");
            }
        }
    }

    [Fact]
    public void Decoupled_decay_shrinks_the_weight_itself()
    {
        Network plain = Build(), decayed = Build();
        Matrix<float> before = plain.Parameter("output.weight").Value.Clone();
        Step(plain, new AdamW(Rate));
        Step(decayed, new AdamW(Rate) { WeightDecay = Decay });
        Matrix<float> expected = plain.Parameter("output.weight").Value - Rate * Decay * before;
        (decayed.Parameter("output.weight").Value - expected).Enumerate().Should().OnlyContain(difference => Math.Abs(difference) < 1e-6);
    }

    private static Func<float, bool, Optimizer>[] Optimizers =>
    [
        (decay, weightsOnly) => new Sgd(Rate) { WeightDecay = decay, DecayWeightsOnly = weightsOnly },

        // a large ε, or else Adam's first step is as long whatever the gradient
        (decay, weightsOnly) => new Adam(Rate) { WeightDecay = decay, DecayWeightsOnly = weightsOnly, Epsilon = 1 },
        (decay, weightsOnly) => new AdamW(Rate) { WeightDecay = decay, DecayWeightsOnly = weightsOnly },
    ];

    private static Network Build()
    {
        Network network = Network.Create(4).AddLayer(5)
            .AddResidualBlock(5, block => block.WithNormalization(Normalization.Layer).WithBranchFactor(BranchFactor.Learned))
            .AddOutput(2).Build(seed: 3);
        foreach (Parameter parameter in network.Parameters) parameter.Value.MapInplace(value => value + 0.2f, Zeros.Include);
        return network;
    }

    private static float[] Stepped(Optimizer optimizer, float? clip)
    {
        Network network = Build();
        Step(network, optimizer, clip);
        return [.. network.Parameters.SelectMany(parameter => parameter.Values)];
    }

    private static void Step(Network network, Optimizer optimizer, float? clip = null)
    {
        var options =
            new TrainerOptions
            {
                Schedule = Schedule.Constant, Loss = Loss.MeanSquaredError, Optimizer = optimizer, ClipNorm = clip,
                Epochs = 1
            };
        new Trainer(network, options).Fit(Dataset.ForRegression(NormalBatch.Of(4, 16), NormalBatch.Of(2, 16, seed: 2)));
    }
}
