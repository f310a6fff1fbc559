using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Bits;

/// <summary>
/// What a change that is to change nothing must leave: a random network's arrays by name, its description, its ONNX graph and
/// the passes of its blocks as built, and after twenty steps on one and on three threads its arrays, graph and predictions.
/// </summary>
internal static class NetworkBits
{
    public static string Of(int seed)
    {
        Network built = RandomNetwork.Of(seed);
        (string description, string arrays) = SavedHash.Of(built);
        string onnx = OnnxHash.Of(built);
        string text =
            $"{seed,3} {built.Depth,2} layers: description {description}, arrays {arrays}, ONNX {onnx}, passes {Passes(built, seed)}";
        return $"{text}, trained {Trained(seed, threads: 1)}, {Trained(seed, threads: 3)}";
    }

    private static string Passes(Network network, int seed)
    {
        List<float> values = [.. Pass(network, RandomData.For(network, seed).Inputs, seed)];
        foreach (Block block in network.Blocks) values.AddRange(Pass(block, RandomData.Normal(block.Inputs, new Random(seed)), seed));
        return Digest.Of(values.ToArray());
    }

    private static float[] Pass(Module module, Matrix<float> input, int seed)
    {
        ForwardPass pass = module.Forward(input, seed);
        Matrix<float> inputGradient = pass.Backward(pass.Output);
        IEnumerable<float> gradients = module.Parameters.SelectMany(parameter => parameter.Gradient.ToColumnMajorArray());
        return [.. pass.Output.ToColumnMajorArray(), .. inputGradient.ToColumnMajorArray(), .. gradients];
    }

    private static string Trained(int seed, int threads)
    {
        Network network = RandomNetwork.Of(seed);
        Dataset data = RandomData.For(network, seed);
        TrainingHistory history = new Trainer(network, RandomData.Options(data, seed, threads)).Fit(data);
        string predictions = Digest.Of(network.Predict(data.Inputs).ToColumnMajorArray());
        string last = history.Epochs.Count == 0 ? "none" : Digest.Of([history.Epochs[^1].Loss]);
        return $"{SavedHash.Of(network).Arrays} {OnnxHash.Of(network)} {predictions} {last} {history.StopReason}";
    }
}
