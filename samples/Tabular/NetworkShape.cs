namespace ResNet.Samples;

/// <summary>The blocks between features and output.</summary>
internal sealed record NetworkShape(int Width, int Blocks, float Dropout)
{
    public void AddTo(NetworkBuilder builder) => builder.AddTabularBlocks(Blocks, Width, dropout: Dropout);
}
