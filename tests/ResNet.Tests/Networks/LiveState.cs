namespace ResNet.Tests.Networks;

/// <summary>What a network holds, as tests look at it and change it.</summary>
internal static class LiveState
{
    /// <summary>All that training changes: the arrays themselves, by name.</summary>
    public static IReadOnlyList<(string Name, float[] Values)> State(this Network network) =>
        [.. network.Arrays.All.Select(array => (array.Array.Name, array.Values))];

    /// <summary>The running statistics of batch norms.</summary>
    public static IReadOnlyList<(string Name, float[] Values)> Running(this Network network) =>
        [.. network.Arrays.All.Where(array => array.Parameter is null).Select(array => (array.Array.Name, array.Values))];

    /// <summary>The running statistics of that name, mean or variance, of the first batch norm.</summary>
    public static float[] FirstRunning(this Network network, string name) =>
        network.Running().First(array => array.Name.EndsWith(name, StringComparison.Ordinal)).Values;

    /// <summary>A parameter by its name.</summary>
    public static Parameter Parameter(this Module module, string name) => module.Parameters.Single(parameter => parameter.Name == name);

    /// <summary>The embeddings; null where there are none.</summary>
    public static EmbeddingsPart? Embeddings(this Network network) =>
        network.Parts.SelectMany(stage => stage.Parts).OfType<EmbeddingsPart>().SingleOrDefault();

    /// <summary>The block that the final norm and activation follow; null where there are none.</summary>
    public static int? LastWithAddition(this Network network) =>
        network.Parts.SingleOrDefault(stage => stage.Name == StageName.Final)?.Block;
}
