namespace ResNet;

/// <summary>The names of stages that are no blocks.</summary>
internal static class StageName
{
    public const string Inputs = "inputs";
    public const string Embeddings = "embeddings";
    public const string Final = "final";
    public const string Output = "output";
    public const string Outputs = "outputs";
}
