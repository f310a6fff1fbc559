namespace ResNet;

/// <summary>All that makes a block but its weights.</summary>
/// <param name="Name">where it is in its network, such as <c>blocks.3</c>; empty where it stands by itself</param>
/// <param name="Inputs">width of the input</param>
/// <param name="Outputs">width of the output</param>
/// <param name="Settings">what the builder has been told</param>
internal sealed record BlockRecipe(string Name, int Inputs, int Outputs, BlockSettings Settings)
{
    /// <summary>The block with its weights drawn; without a seed they are left 0, for whoever has others.</summary>
    public Block Build(int? seed)
    {
        if (Settings.IsResidual)
        {
            var residual = new ResidualBlock(Name, Inputs, Outputs, Settings);
            if (seed.HasValue) residual.Draw(seed.Value);
            return residual;
        }

        var plain = new PlainBlock(Name, Inputs, Outputs, Settings);
        if (seed.HasValue) plain.Draw(Settings, seed.Value);
        return plain;
    }
}
