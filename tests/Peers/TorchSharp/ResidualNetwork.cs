using TorchSharp.Modules;
using static TorchSharp.torch;
using Norm = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace ResNet.Benchmarks;

/// <summary>
/// The network of a <see cref="Workload"/> on libtorch: a dense layer, residual blocks of two layers whose second weight
/// starts at zero, and the output layer, by the workload's recipe.
/// </summary>
internal sealed class ResidualNetwork
{
    private readonly List<nn.Module> modules = [];
    private readonly Recipe recipe;
    private readonly Func<Tensor, Tensor> forward;

    public ResidualNetwork(Workload workload, int classes)
    {
        recipe = workload.Recipe;
        (int width, int hidden) = (workload.Width, workload.Hidden);
        Func<Tensor, Tensor> entry = Affine(workload.Inputs, width);
        if (recipe.Order != BlockOrder.PreNorm) entry = Chain(entry, Normalized(width), Activated, Dropped);
        Func<Tensor, Tensor>[] blocks = [.. Enumerable.Range(0, workload.Blocks).Select(_ => Block(width, hidden))];
        Func<Tensor, Tensor> end = recipe.Order == BlockOrder.PostActivation ? x => x : Chain(Normalized(width), Activated);
        forward = Chain([entry, .. blocks, end, Affine(width, classes)]);
    }

    public IEnumerable<Parameter> Parameters => modules.SelectMany(module => module.parameters());

    /// <summary>From samples × inputs to samples × classes.</summary>
    public Tensor Forward(Tensor x) => forward(x);

    private static Func<Tensor, Tensor> Chain(params Func<Tensor, Tensor>[] links) => x => links.Aggregate(x, (a, link) => link(a));

    private Func<Tensor, Tensor> Block(int width, int hidden)
    {
        Func<Tensor, Tensor> first = Affine(width, hidden), second = Affine(hidden, width, startsAtZero: true), branch = recipe.Order switch
        {
            BlockOrder.PreActivation => Chain(Normalized(width), Activated, first, Normalized(hidden), Activated, Dropped, second),
            BlockOrder.PreNorm => Chain(Normalized(width), first, Activated, Dropped, second, Dropped),
            _ => Chain(first, Normalized(hidden), Activated, Dropped, second, Normalized(width)),
        };
        return recipe.Order == BlockOrder.PostActivation ? a => Activated(branch(a) + a) : a => branch(a) + a;
    }

    private Func<Tensor, Tensor> Affine(int inputs, int outputs, bool startsAtZero = false)
    {
        Linear affine = nn.Linear(inputs, outputs);
        if (startsAtZero) nn.init.zeros_(affine.weight);
        modules.Add(affine);
        return affine.call;
    }

    private Func<Tensor, Tensor> Normalized(int width)
    {
        if (recipe.Normalization == Normalization.None) return x => x;
        Norm norm = recipe.Normalization == Normalization.Batch ? nn.BatchNorm1d(width) : nn.LayerNorm(width);
        modules.Add(norm);
        return norm.call;
    }

    private Tensor Activated(Tensor z) => recipe.Activation switch
    {
        Activation.Relu => nn.functional.relu(z),
        Activation.Gelu => nn.functional.gelu(z),
        Activation.Silu => nn.functional.silu(z),
        Activation.Tanh => tanh(z),
        Activation.Sigmoid => sigmoid(z),
        _ => throw new NotSupportedException($"No workload uses {recipe.Activation}."),
    };

    private Tensor Dropped(Tensor a) => recipe.Dropout == 0 ? a : nn.functional.dropout(a, recipe.Dropout);
}
