using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The arguments of the command line.</summary>
/// <param name="Train">the file of training rows; null for the generated ones</param>
/// <param name="Test">the file of test rows; null to hold out some of the training rows</param>
/// <param name="Label">the column to predict, by name or number from 1; null for the last</param>
/// <param name="Header">whether files begin with the names of the columns; null to detect it</param>
/// <param name="Task">what to predict; null to detect it</param>
/// <param name="Scaling">how numbers are scaled</param>
/// <param name="Network">the network's shape</param>
/// <param name="Training">how to train it</param>
/// <param name="Folds">the number of folds for cross-validation; null for one training and one test</param>
/// <param name="Seed">the seed of all random numbers</param>
/// <param name="Output">the folder for the results; null for none</param>
/// <param name="Save">the file that the model is saved to; null for none</param>
internal sealed record TabularRequest(
    string? Train,
    string? Test,
    string? Label,
    bool? Header,
    TabularTask? Task,
    NumericScaling Scaling,
    NetworkShape Network,
    TrainingPlan Training,
    int? Folds,
    int Seed,
    string? Output,
    string? Save);
