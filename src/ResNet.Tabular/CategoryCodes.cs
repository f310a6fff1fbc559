namespace ResNet.Tabular;

/// <summary>A feature that holds the numbers of categories.</summary>
/// <param name="Column">the name of the column</param>
/// <param name="Feature">the feature's place among the encoder's features, from 0</param>
/// <param name="Count">how many numbers there are: one for each category of the training rows, and 0 for unknown ones</param>
public sealed record CategoryCodes(string Column, int Feature, int Count);
