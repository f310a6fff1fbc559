using TorchSharp;
using static TorchSharp.torch;

namespace ResNet.Benchmarks;

/// <content>The workload on libtorch. Tensors are samples × features.</content>
public sealed partial record Workload
{
    public partial Action Prepare(int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        var network = new ResidualNetwork(this, Classes);
        Tensor x = randn(Samples, Inputs);
        return Trains ? TrainingStep(network, x, randint(Classes, [Samples])) : Prediction(network, x);
    }

    private static Action Prediction(ResidualNetwork network, Tensor x) => () =>
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable withoutGradients = no_grad();
        network.Forward(x);
    };

    private Action TrainingStep(ResidualNetwork network, Tensor x, Tensor labels)
    {
        optim.Optimizer optimizer = Recipe.IsByAdamW
            ? optim.AdamW(network.Parameters, LearningRate, weight_decay: 0)
            : optim.SGD(network.Parameters, LearningRate, Momentum);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.Forward(x), labels).backward();
            optimizer.step();
        };
    }
}
