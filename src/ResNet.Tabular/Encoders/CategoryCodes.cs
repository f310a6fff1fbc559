namespace ResNet.Tabular;

/// <summary>A feature that holds the codes of categories.</summary>
/// <param name="Column">the name of the column</param>
/// <param name="Feature">the index of the feature among the encoder's features, from 0</param>
/// <param name="Count">the number of codes: one for each category of the training rows, and 0 for unknown ones</param>
public sealed record CategoryCodes(string Column, int Feature, int Count);
