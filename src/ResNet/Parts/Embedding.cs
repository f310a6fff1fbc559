namespace ResNet;

/// <summary>
/// A learned vector for each category of a feature that holds codes (Guo and Berkhahn 2016): the feature's code c becomes
/// column c of a weight E, width × categories.
/// </summary>
/// <param name="Feature">the feature that holds the codes, from 0</param>
/// <param name="Categories">the number of categories: codes are whole numbers from 0 to one less</param>
/// <param name="Width">the width of the vectors</param>
/// <example>
/// <code>
/// var month = new Embedding(Feature: 0, Categories: 12, Width: 6);
/// Network network = Network.Create(inputs: 3).AddEmbeddings(month).AddLayer(32).AddOutput(1).Build();
/// </code>
/// </example>
public sealed record Embedding(int Feature, int Categories, int Width);
