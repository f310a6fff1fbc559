using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNet.Benchmarks;

/// <summary>
/// The network of a <see cref="Workload"/> on libtorch: a dense layer with ReLU, post-activation residual blocks of two
/// layers whose second weight starts at zero, and the output layer.
/// </summary>
internal sealed class ResidualNetwork
{
    private readonly Linear entry;
    private readonly (Linear First, Linear Second)[] blocks;
    private readonly Linear output;

    public ResidualNetwork(int width, int blocks, int classes)
    {
        entry = nn.Linear(width, width);
        this.blocks = [.. Enumerable.Range(0, blocks).Select(_ => (nn.Linear(width, width), nn.Linear(width, width)))];
        foreach ((_, Linear second) in this.blocks) nn.init.zeros_(second.weight);
        output = nn.Linear(width, classes);
    }

    public IEnumerable<Parameter> Parameters =>
        ((IEnumerable<Linear>)[entry, .. blocks.SelectMany(block => new[] { block.First, block.Second }), output])
        .SelectMany(layer => layer.parameters());

    /// <summary>From samples × width to samples × classes.</summary>
    public Tensor Forward(Tensor x)
    {
        Tensor a = nn.functional.relu(entry.call(x));
        foreach ((Linear first, Linear second) in blocks)
        {
            Tensor branch = second.call(nn.functional.relu(first.call(a)));
            a = nn.functional.relu(branch + a);
        }

        return output.call(a);
    }
}
