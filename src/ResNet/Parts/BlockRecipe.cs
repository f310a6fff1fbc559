namespace ResNet;

/// <summary>All that makes a block but its name and its weights.</summary>
/// <param name="Inputs">width of the input</param>
/// <param name="Outputs">width of the output</param>
/// <param name="Settings">what the builder has been told</param>
internal sealed record BlockRecipe(int Inputs, int Outputs, BlockSettings Settings);
