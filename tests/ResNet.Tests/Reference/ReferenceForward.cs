using System.Globalization;

namespace ResNet.Tests.Reference;

/// <summary>One forward pass over a batch [sample][feature]: the formulas of layers, blocks and shortcuts, written plainly.</summary>
public sealed class ReferenceForward(
    IReadOnlyList<ArchitectureEntry> architecture,
    IReadOnlyDictionary<string, Scalar[]> parameters,
    ReferenceNormalization normalization)
{
    /// <summary>The smallest distance from 0 of an input of an activation with a kink there; infinite if there was none.</summary>
    /// <remarks>Inputs that do not move, such as the exact zeros of an earlier ReLU, never reach the kink and do not count.</remarks>
    public double KinkDistance { get; private set; } = double.PositiveInfinity;

    /// <summary>All blocks, g(N(·)) after the run of blocks that end with the addition, and the output layer.</summary>
    public Scalar[][] Run(Scalar[][] a)
    {
        for (int i = 0; i < architecture.Count; i++)
        {
            a = Block($"blocks.{i}", architecture[i], a);
            if (AdditionRun.EndsAt(architecture, i))
            {
                a = Activate(architecture[i], N(architecture[i], "final.norm", a));
            }
        }

        return Affine("output", a);
    }

    private Scalar[][] Block(string name, ArchitectureEntry block, Scalar[][] a) => block switch
    {
        { Kind: "layer" or "plain" } => PlainBlock(name, block, a),
        { Kind: "residual", Order: "post" } => PostActivationBlock(name, block, a),
        { Kind: "residual", Order: "pre" } => PreActivationBlock(name, block, a),
        { Kind: "residual", Order: "normalized" } => NormalizedBlock(name, block, a),
        _ => throw new ArgumentException($"No block is called '{block.Kind}' of order '{block.Order}'."),
    };

    // a_l = g(N(W_l a_{l−1} + b_l))
    private Scalar[][] PlainBlock(string name, ArchitectureEntry block, Scalar[][] a)
    {
        for (int l = 0; l < block.Layers; l++)
        {
            a = Activate(block, N(block, $"{name}.norms.{l}", Affine($"{name}.layers.{l}", a)));
        }

        return a;
    }

    // as the plain block, but a_k = g(F + S(a₀)) with F = N(z_k)
    private Scalar[][] PostActivationBlock(string name, ArchitectureEntry block, Scalar[][] a0)
    {
        Scalar[][] branch = a0;
        for (int l = 0; l < block.Layers; l++)
        {
            branch = N(block, $"{name}.norms.{l}", Affine($"{name}.layers.{l}", l == 0 ? a0 : Activate(block, branch)));
        }

        Scalar[][] shortcut = Shortcut(name, block, a0, projected: a0);
        shortcut = block.HasShortcutNorm ? N(block, name + ".shortcut.norm", shortcut) : shortcut;
        return Activate(block, Add(Scale(name, block, branch), shortcut));
    }

    // each layer is h = g(N(a)), a' = W h + b; the block gives a_k + S(a₀)
    private Scalar[][] PreActivationBlock(string name, ArchitectureEntry block, Scalar[][] a0)
    {
        Scalar[][] firstH = Activate(block, N(block, $"{name}.norms.0", a0));
        Scalar[][] branch = Affine($"{name}.layers.0", firstH);
        for (int l = 1; l < block.Layers; l++)
        {
            branch = Affine($"{name}.layers.{l}", Activate(block, N(block, $"{name}.norms.{l}", branch)));
        }

        return Add(Scale(name, block, branch), Shortcut(name, block, a0, projected: firstH));
    }

    // a₁ = N(a₀), then layers with g between them; the block gives a_k + S(a₀)
    private Scalar[][] NormalizedBlock(string name, ArchitectureEntry block, Scalar[][] a0)
    {
        Scalar[][] normalized = N(block, $"{name}.norms.0", a0);
        Scalar[][] branch = Affine($"{name}.layers.0", normalized);
        for (int l = 1; l < block.Layers; l++)
        {
            branch = Affine($"{name}.layers.{l}", Activate(block, branch));
        }

        return Add(Scale(name, block, branch), Shortcut(name, block, a0, projected: normalized));
    }

    private Scalar[][] Shortcut(string name, ArchitectureEntry block, Scalar[][] a0, Scalar[][] projected) => block.Shortcut switch
    {
        "identity" when a0[0].Length == block.Width => a0,
        "identity" => throw new ArgumentException($"{name}: an identity shortcut cannot take {a0[0].Length} to {block.Width}."),
        "zero_padding" => [.. a0.Select(sample => ZeroPad(sample, block.Width))],
        "projection" => Product(name + ".shortcut", projected),
        _ => throw new ArgumentException($"{name}: no shortcut is called '{block.Shortcut}'."),
    };

    private static Scalar[] ZeroPad(Scalar[] a, int width) =>
        [.. Enumerable.Range(0, width).Select(f => f < a.Length ? a[f] : 0 * a[0])];

    private Scalar[][] Scale(string name, ArchitectureEntry block, Scalar[][] branch) => block.BranchScale switch
    {
        "none" => branch,
        "learned" => Map(branch, z => parameters[name + ".scale"][0] * z),
        string factor => Multiply(double.Parse(factor, CultureInfo.InvariantCulture), branch),
    };

    private static Scalar[][] Multiply(double factor, Scalar[][] a) => Map(a, value => factor * value);

    private Scalar[][] Activate(ArchitectureEntry block, Scalar[][] z)
    {
        if (ReferenceActivation.HasKink(block.Activation))
        {
            IEnumerable<Scalar> moving = z.SelectMany(sample => sample).Where(value => value.Moves);
            KinkDistance = moving.Select(value => Math.Abs(value.Value)).Append(KinkDistance).Min();
        }

        return Map(z, value => ReferenceActivation.Apply(block.Activation, value));
    }

    private Scalar[][] N(ArchitectureEntry block, string name, Scalar[][] z) =>
        normalization.Apply(block.Normalization, name, z);

    // W a + b
    private Scalar[][] Affine(string name, Scalar[][] a)
    {
        Scalar[] bias = parameters[name + ".bias"];
        return [.. Product(name, a).Select(z => z.Zip(bias, (product, b) => product + b).ToArray())];
    }

    // W a, with W row-major: the weights of one output stand together
    private Scalar[][] Product(string name, Scalar[][] a)
    {
        Scalar[][] rows = [.. parameters[name + ".weight"].Chunk(a[0].Length)];
        return [.. a.Select(sample => rows.Select(row => Scalar.Sum(row.Zip(sample, (w, x) => w * x))).ToArray())];
    }

    private static Scalar[][] Add(Scalar[][] a, Scalar[][] b) =>
        [.. a.Zip(b, (left, right) => left.Zip(right, (x, y) => x + y).ToArray())];

    private static Scalar[][] Map(Scalar[][] a, Func<Scalar, Scalar> f) =>
        [.. a.Select(sample => sample.Select(f).ToArray())];
}
