using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>A network in training on one batch, and which of its gradients were exactly zero before the last step.</summary>
internal sealed class StepGradients
{
    private const int Samples = 64;

    private readonly Dataset data;
    private readonly Trainer trainer;

    public StepGradients(Network network)
    {
        Network = network;
        data = Dataset.ForRegression(NormalBatch.Of(network.Inputs, Samples, seed: 8), NormalBatch.Of(network.Outputs, Samples, seed: 9));
        trainer = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new Sgd(0.1f),
            BatchSize = Samples,
            Epochs = 1,
        });
    }

    public Network Network { get; }

    /// <summary>Parameters none of whose gradients was zero.</summary>
    public IEnumerable<string> Alive => Where(gradient => gradient.All(value => value != 0));

    /// <summary>Parameters all of whose gradients were zero.</summary>
    public IEnumerable<string> Still => Where(gradient => gradient.All(value => value == 0));

    public void Step()
    {
        // the trainer's own gradients are used up as they are made
        ForwardPass pass = Network.Forward(data.Inputs);
        pass.Backward((pass.Output - data.Targets) * 2 / (Network.Outputs * Samples));
        trainer.Fit(data);
    }

    private IEnumerable<string> Where(Predicate<float[]> holds) =>
        [.. Network.Parameters.Where(parameter => holds(parameter.Gradients)).Select(parameter => parameter.Name)];
}
